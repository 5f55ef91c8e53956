/// <reference types="svelte" />
/// <reference types="vite/client" />
declare const __TEST_BUILD__: boolean;
