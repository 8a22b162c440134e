-- What proves a clause is ended, closed or designated, never taken away: only drafts, plans, verdicts and the contact of a meeting's corrected attendance are.
revoke delete on person, setting, "group", designation, representative, boundary_version, concern, concern_update, referral,
  meeting, promise, notice, report, register_entry, mail_in, mail_out, wall_device from commonbeat_app;
