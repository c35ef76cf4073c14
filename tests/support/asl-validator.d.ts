declare module 'asl-validator' {
  /** @returns what breaks the Amazon States Language in a parsed definition. */
  export default function validate(
    definition: object,
    options?: { readonly checkPaths: boolean; readonly checkArn: boolean },
  ): { readonly isValid: boolean; errorsText(separator?: string): string };
}
