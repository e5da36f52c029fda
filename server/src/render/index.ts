export { mostVariants } from './choose.ts';
export { renderFile, type RenderedFile, type RenderedFinding, type RenderedResponse, type RenderedVariant } from './render.ts';
