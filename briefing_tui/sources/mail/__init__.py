"""Read e-mails: newsletters, forwarded mails, mailboxes."""
