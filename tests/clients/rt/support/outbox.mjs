// What RT has sent.

function decoded(text, encoding) {
  if (/base64/i.test(encoding)) return Buffer.from(text, 'base64').toString();
  if (!/quoted-printable/i.test(encoding)) return Buffer.from(text, 'latin1').toString();
  const bytes = text.replace(/=\r?\n/g, '').replace(/=([0-9A-F]{2})/g,
                                                   (_, hex) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString();
}

// The mails of a mailbox, read as Latin-1: {to, subject, text} with all parts decoded in `text`.
export function decodedMails(mailbox) {
  return mailbox.split(/^From \S+@localhost .*$/m).filter((mail) => mail.trim()).map((mail) => {
    const header = (name) => new RegExp(`^${name}: *(.*)$`, 'mi').exec(mail)?.[1] ?? '';
    const boundary = /boundary="?([^"\s;]+)/i.exec(mail)?.[1];
    const parts = boundary ? mail.split(`--${boundary}`).slice(1) : [mail.trimStart()];
    const text = parts.map((part) => {
      const encoding = /^Content-Transfer-Encoding: *(\S+)/mi.exec(part)?.[1] ?? '';
      return decoded(part.slice(part.trimStart().search(/\r?\n\r?\n/)), encoding);
    }).join('\n');
    return {to: header('To'), subject: header('Subject'), text};
  });
}
