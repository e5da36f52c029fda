/** The short lines around replies that say what they are: titles, `Subject:`, `Template:`, marks for good and bad examples. */

/** True for headings whose text is for the people who use the library. */
export function isInternalHeading(title: string): boolean {
  return /^(?:\d+[.)]\s*)?(?:(?:template |macro |reply |response )?(?:variables?|placeholders?)\b|notes?$|usage(?: notes?| guide(?:lines)?| instructions)?$|use cases?$|when to (?:use|send)|how to (?:use|send)|pro[- ]?tips?|tips\b|best practices?|guidelines?\b|(?:guiding |general )?(?:communication )?principles|overview$|scope$|purpose$|definitions?$|introduction$|intro$|about\b|(?:table of )?contents$|instructions?\b|checklist|quality|metrics|tracking|sources?$|references?$|related|changelog|version|maintenance|customi[sz]ation|quick setup|set ?up|enabl(?:e|ing)\b|workflows?\b|response time|do(?:'|’)?s?(?: and| &|$)|don(?:'|’)?ts?|dos?\b|rules?$|legend|index$|escalation|what not to)/i.test(title);
}

/** True for headings that name the reply under a richer one (`## Template` under `# Refund approved`). */
export function isBareHeading(title: string): boolean {
  return /^(?:the )?(?:(?:e-?mail|sms|chat|text|saved|canned) )?(?:templates?|response|reply|message|body|macro|script|text|e-?mail|sms)$/i.test(title);
}

/** `Template:`, `**Body:**`: the reply begins on the next line. */
export function isBodyLabel(line: string): boolean {
  return /^[\s*_]*(?:template|body|message|reply|response|text|e-?mail|macro|script)[\s*_]*:[\s*_]*$/i.test(line);
}

/** The part after `Subject:` on a line, as an offset into the line and a length; null where the line is none. */
export function subjectOf(line: string): { start: number; end: number } | null {
  const found = /^[\s*_]*(?:subject(?: line)?|betreff|asunto|objet)[\s*_]*:[*_]*[ \t]*(.*?)[\s*_]*$/i.exec(line);
  if (!found || found[1] === '') return null;
  const start = line.indexOf(found[1]!, line.indexOf(':'));
  return { start, end: start + found[1]!.length };
}

/** True for a paragraph that tells when to use the reply. */
export function isInstruction(paragraph: string): boolean {
  return /^[\s*_>(]*(?:use (?:this|these|when|for|if|as)|when (?:to use|a |the |an |someone|you )|paste (?:this|when|in|on|into|if)|send (?:this|when|if)|post (?:this|when|if)|purpose|trigger|timeline|scenario|situation|context|note|notes|tags?|channel|category|shortcut|label|labels|tone|goal|last updated|status|owner|version)\b(?![^.\n]{0,20}\byour\b)/i.test(paragraph);
}

/** A line that only announces what comes next; answers its words, or null. */
export function labelOf(line: string): string | null {
  const bare = line.trim();
  if (bare.length > 120) return null;
  const isLabel = /:[*_]*$/.test(bare) || /^(?:\P{L}*)(?:\*\*|__)[^*_]+(?:\*\*|__)$/u.test(bare);
  if (!isLabel) return null;
  return bare.replace(/[*_`]/g, '').replace(/:\s*$/, '').replace(/^[^\p{L}\p{N}[{]+/u, '').trim();
}

/** True where a label or a heading marks an example of what not to send; "Wrong item" and "Bad weather" are topics. */
export function marksBadExample(label: string): boolean {
  const words = label.replace(/[*_`:]/g, '').replace(/^[^\p{L}]+/u, '').trim();
  return /❌|👎/u.test(label) || /^(?:bad|poor|wrong|weak|before|worse)(?: (?:example|reply|response|answer|version|way|tone|wording))?s?$|^(?:don['’]t|do not|never|avoid|not)(?: (?:say|saying|write|writing|send|sending|use|using|do|this|like this)(?![\p{L}]).*)?$|^instead of(?: this| saying| writing)?$|^anti-?patterns?(?![\p{L}])/iu.test(words);
}

/** True where a label announces words of the customer, not of the team. */
export function marksCustomer(label: string): boolean {
  return /^(?:the |example )?(?:customer|client|user|guest|caller|they)(?:'s|’s)?(?:\s+(?:says?|writes?|asks?|message|e-?mail|complaint|question|review))?$/i.test(label);
}
