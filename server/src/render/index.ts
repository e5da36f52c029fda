export { mostVariants } from './choose.ts';
export { renderFile, type RenderedFile, type RenderedFinding, type RenderedReply, type RenderedVariant } from './render.ts';
