"""A check of Schemathesis: balances that follow their postings may be late on a busy machine, and say so; nothing else may be a 503."""

import schemathesis


@schemathesis.check
def asks_to_try_again(ctx, response, case):
    if response.status_code == 503:
        assert response.json()["code"] == "balances.behind", response.text
