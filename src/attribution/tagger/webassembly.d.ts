/** What the kernel uses of WebAssembly: Node has it, the libraries that TypeScript is set to do not describe it. */
declare namespace WebAssembly {
	class Module {
		constructor(bytes: Uint8Array);
	}
	class Instance {
		readonly exports: Readonly<Record<string, unknown>>;
		constructor(module: Module, imports: Readonly<Record<string, Readonly<Record<string, unknown>>>>);
	}
	class Memory {
		readonly buffer: ArrayBuffer;
		constructor(limits: { readonly initial: number });
	}
	function validate(bytes: Uint8Array): boolean;
}
