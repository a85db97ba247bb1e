/** Discord's epoch, the first second of 2015, in milliseconds. */
const EPOCH = 1_420_070_400_000n;

let counter = 0n;

/** A new id, later ones greater: milliseconds since Discord's epoch above 22 bits of a counter. */
export function snowflake(now: number): string {
	counter = (counter + 1n) & 0x3fffffn;
	return (((BigInt(now) - EPOCH) << 22n) | counter).toString();
}
