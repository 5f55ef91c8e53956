/** The name of a source without the list of its tables or parts: "Census 2021", "OpenBenches". */
export const shortTitle = (title: string): string => title.split(':')[0]?.trim() ?? title;
