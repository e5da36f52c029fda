/** What tells a reply to a customer from the notes, forms and commands that stand in the same files. */

const codeLanguages = /^(?:ba?sh|sh|shell|console|zsh|powershell|ps1|cmd|json\w*|ya?ml|toml|ini|js|jsx|ts|tsx|java\w*|typescript|py\w*|rb|ruby|go|rust|rs|c|cpp|c\+\+|cs|csharp|php|sql|html?|xml|css|scss|diff|patch|docker\w*|make\w*|mermaid|graphql|http|nginx|lua|swift|kotlin|r|perl|vue|svelte|regex|csv|tree|log)$/i;

/** True for the name of a programming or data language behind a fence. */
export function isCodeLanguage(info: string): boolean {
  return codeLanguages.test(info.trim().split(/[\s{,:]/)[0] ?? '');
}

const salutation = /^[\s"'“‘*_>]*(?:hi|hello|hey|dear|greetings|good (?:morning|afternoon|evening|day)|thanks?|thank you|sorry|we(?:'|’)re (?:very |so |really )?sorry|apologies|welcome|hola|hallo|guten tag|bonjour|ol[áa]|sehr geehrte)(?![\w-])/i;

/** True where the text opens as a message to somebody. */
export function opensAsMessage(text: string): boolean {
  return salutation.test(text) || /^[\s"'“‘*_>]*(?:\[[^\]]{2,30}\]|\{\{[^}]{2,40}\}\}),\s/.test(text);
}

const toSomebody = /(?<![\w-])(?:you|your|yours|you(?:'|’)\w+|we|us|our|i|i(?:'|’)\w+|me|my|please|thanks?|sorry|apolog\w+|hi|hello|dear|welcome|kindly)(?![\w-])/i;

/** True where the text speaks as one person to another. */
export function addressesReader(text: string): boolean {
  return toSomebody.test(text.slice(0, enough));
}

/** How much of a text is looked at; no judgement gets better by reading a book. */
const enough = 8000;

/** Sentences in words, no form, no command, no list of phrases: something that could be sent as it stands. */
export function looksLikeReply(whole: string): boolean {
  const text = whole.slice(0, enough);
  const { words, letters } = count(text);
  if (words < 3) return false;
  const gaps = text.match(/\{%.*?%\}|[[{<][^\n\]}>]{1,100}[\]}>]+/g)?.reduce((sum, gap) => sum + gap.length, 0) ?? 0;
  if (letters < (text.length - gaps) * 0.6 || /^\s*(?:[$#>]|\{(?![{%])|<[a-z!]|import |const |def |npm |git |curl |sudo )/.test(text)) return false;
  return opensAsMessage(text) || (!isForm(text) && hasSentence(text));
}

/** Words, and letters with white space, of a text. */
function count(text: string): { words: number; letters: number } {
  let words = 0;
  let letters = 0;
  let inWord = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const isLetter = (code | 32) >= 97 && (code | 32) <= 122 || code >= 0xc0 && code < 0x2000 || code >= 0x3040 && code < 0xd800;
    if (isLetter || code <= 32 || code === 0xa0) letters++;
    if (isLetter && !inWord) words++;
    inWord = isLetter || (inWord && (code === 39 || code === 45 || code === 0x2019));
  }
  return { words, letters };
}

function hasSentence(text: string): boolean {
  return /(?:[\p{L}\p{N}’'“”"\]})]+[,;:]?\s+){2,}[\p{L}\p{N}\p{Sc}’'[{("“](?:[^\n]|\n(?!\s*\n)){0,300}?(?:[.!?…](?:["”’)*_\]]|\s|$)|\p{Emoji_Presentation}\s*$)/mu.test(text);
}

/** Mostly `label:` and `- item` lines. */
function isForm(text: string): boolean {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const form = lines.filter((line) => /^\s*(?:[-*•]\s*)?[^.!?]{1,40}:\s*(?:\[[^\]]*\])?\s*$|^\s*[-*•]\s*(?:["“]|[^:]{1,40}:)|^\s*[=*-]{3,}\s*$/.test(line)).length;
  return lines.length >= 4 && form > lines.length * 0.6;
}

/** The language that a body is written in: Markdown where it shows Markdown's own signs, else plain text. */
export function proseMarkup(text: string): 'markdown' | 'text' {
  return /\*\*\S|\]\(|(?:^|[^`])`[^`\n]+`|^#{1,6} |^> |^```/m.test(text) ? 'markdown' : 'text';
}
