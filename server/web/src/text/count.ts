// How numbers and plurals are written.
export const count = new Intl.NumberFormat("en");

/** "1 statement", "2 statements", "1,240 statements". */
export function many(n: number, one: string, more = `${one}s`): string {
  return `${count.format(n)} ${n === 1 ? one : more}`;
}
