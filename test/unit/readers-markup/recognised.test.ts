import assert from 'node:assert/strict';
import { createLinter } from '../../../server/src/core/index.ts';
import { mayHoldReplies } from '../../../server/src/node/walk.ts';

/** The format that a file is of when nobody named it, and when somebody did. */
function check(path: string, text: string, expected: string | null, named: string | null = expected): void {
  const linter = createLinter();
  assert.equal(linter.lint({ path, text }).format, expected, `${path} comes along`);
  assert.equal(linter.lint({ path, text, named: true }).format, named, `${path} is named`);
  assert.equal(linter.lint({ path, text }).error, null);
  if (expected !== null) assert.ok(mayHoldReplies(path), `a walk passes ${path} by`);
}

const mail = '<p>Hi {{ name }},</p>\n<p>Your parcel is late, and we are sorry. You can choose another day.</p>\n';
const page = '<html><body><nav>Home</nav><p>Hi there, please read our pages about mail. You can find them here.</p></body></html>';

describe('templates are recognised', () => {
  it('at paths that say they are sent to people', () => {
    check('emails/late.html', mail, 'html');
    check('app/views/user_mailer/late.html.erb', mail.replace('{{ name }}', '<%= name %>'), 'erb');
    check('templates/email/late.html.j2', mail, 'jinja');
    check('resources/views/emails/late.blade.php', mail, 'blade');
    check('notifications/late.liquid', mail, 'liquid');
    check('src/canned/late.hbs', mail, 'handlebars');
    check('macros/late.mustache', mail, 'handlebars');
    check('server/LateEmail.ejs', mail, 'html');
    check('mail/late.twig', mail, 'jinja');
  });

  it('by the subject that a shop’s notification captures', () => {
    check('en/orders/late.liquid', '{% capture email_title %}Your parcel is late{% endcapture %}\n<h2>{{ email_title }}</h2>', 'liquid');
    check('sections/late.liquid', '{% capture title %}Your parcel is late{% endcapture %}\n<h2>{{ title }}</h2>', null, 'liquid');
  });

  it('only when named, wherever else they lie', () => {
    check('index.html', mail, null, 'html');
    check('theme/templates/article_page.hbs', mail, null, 'handlebars');
    check('docs/emails/late.html', mail, null, 'html');
    check('src/notifications/index.html', page, null, 'html');
    check('emails/settings.html', '<p>{{ form.email }}</p>', null, 'html');
    check('emails/base.html', '<html><body>{% block content %}{% endblock %}</body></html>', null, 'html');
  });

  it('never unasked where they make settings or programs', () => {
    check('mail/postfix.conf.j2', 'relayhost = {{ host }} # you can change this, thank you.', null, 'jinja');
    check('emails/send.js.erb', 'alert("Hi there, you failed to pay.");', null, 'erb');
  });

  it('by their own endings where these are one vendor’s', () => {
    check('email/Sales/Late.email', 'Hi {!Contact.FirstName},\n\nthe parcel is late.\n', 'salesforce-email');
    check('x/Late.email-meta.xml', '<EmailTemplate><subject>Late</subject></EmailTemplate>', 'salesforce-email-meta');
    check('x/Late.email-meta.xml', '<Something/>', null);
    check('Group.textexpander', '<plist><dict><key>snippetsTE2</key><array/></dict></plist>', 'textexpander');
    check('Group.textexpander', '<plist><dict/></plist>', null);
  });

  it('as nothing where they are empty', () => {
    check('emails/late.html', '', null, null);
    assert.deepEqual(createLinter().lint({ path: 'a.html', text: ' \n', named: true }).responses, []);
  });
});

describe('an XML file that is broken', () => {
  const broken = '<?xml version="1.0"?>\n<plist><dict><key>snippetsTE2</key><array>\n<dict><key>plainText</key><string>Calm down.</string></dict>\n<dict><key>plainText</key><string>Calm down.</dict>\n</array></dict></plist>\n';

  it('is told with its line, and what stands before the mistake is checked', () => {
    const result = createLinter().lint({ path: 'a.textexpander', text: broken, named: true });
    assert.deepEqual(result.error, { message: '<string> is closed here as </dict>.', line: 4, column: 45 });
    assert.deepEqual(result.findings.map((finding) => finding.line), [3]);
  });

  it('is told too where nothing of it can be read, to who named it', () => {
    const file = { path: 'Late.email-meta.xml', text: 'Late\n' };
    assert.match(createLinter().lint({ ...file, named: true }).error!.message, /text outside/);
    assert.equal(createLinter().lint(file).error, null);
  });
});
