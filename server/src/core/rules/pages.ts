/** Where rule pages are. One constant, to be changed when a site exists. */
const rulePages = 'https://github.com/replylint/replylint/blob/main/docs/rules/';

/** Address of a rule's page. */
export function docsOf(ruleId: string): string {
  return `${rulePages}${ruleId}.md`;
}
