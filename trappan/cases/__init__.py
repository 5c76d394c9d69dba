"""Cases: journal, meetings, hand-over, referrals, what a case waits for, what is typed and not saved."""
