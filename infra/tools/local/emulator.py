"""Runs MiniStack, and makes its state survive: whole, and with its streams.

1. MiniStack writes each service's file in place, and only when it ends in good order. Here all files go into a folder
   beside the old one, which then takes its place: at the end, and whenever SIGUSR1 asks for it. Whatever kills the
   process, the next start finds one complete state, as of the last time that it was written.
2. MiniStack keeps how far each consumer has read a table's stream, but not the stream: after a restart consumers would
   wait for positions that the new stream reaches only after as many changes as the old one had. Here what somebody has
   still to read is kept with the table.

The arguments only mark the process for `ps`.
"""

import os
import shutil
import signal
import sys

sys.argv[1:] = []
STATE = os.environ["STATE_DIR"]
DRAFT, OLD = STATE + ".draft", STATE + ".old"

# Killed between the two renames below.
if os.path.isdir(OLD) and not os.path.isdir(STATE):
    os.rename(OLD, STATE)

from ministack import app  # noqa: E402
from ministack.core import persistence  # noqa: E402
from ministack.core.responses import AccountRegionScopedDict  # noqa: E402
from ministack.services import dynamodb, lambda_svc  # noqa: E402


def save_all(services):
    shutil.rmtree(DRAFT, ignore_errors=True)
    shutil.rmtree(OLD, ignore_errors=True)
    os.makedirs(STATE, exist_ok=True)
    # Code of functions, keys of user pools, and services that nobody has called since the start.
    shutil.copytree(STATE, DRAFT, copy_function=os.link)
    persistence.STATE_DIR = DRAFT
    lambda_svc.CODE_BLOB_DIR = os.path.join(DRAFT, "lambda-blobs")
    try:
        for name, get_state in services.items():
            save(name, get_state())
    finally:
        lambda_svc.CODE_BLOB_DIR = os.path.join(STATE, "lambda-blobs")
    os.rename(STATE, OLD)
    os.rename(DRAFT, STATE)
    shutil.rmtree(OLD, ignore_errors=True)
    persistence.logger.info("State saved")


def save(name, state):
    """A service without a state to tell keeps the one it had. What cannot be written must not pass for written."""
    if state is None:
        return
    path = os.path.join(DRAFT, name + ".json")
    if os.path.exists(path):
        os.remove(path)
    persistence.save_state(name, state)
    if not os.path.exists(path):
        raise RuntimeError("the state of " + name + " could not be written: see the line above")


def save_now():
    try:
        save_all(app._build_persistence_save_dict())
    except Exception:
        persistence.logger.exception("State not saved; the one saved before stays")


def on_signal(*_):
    # On the event loop: between two requests, never in the middle of a transaction.
    if app._MAIN_LOOP is not None:
        app._MAIN_LOOP.call_soon_threadsafe(save_now)


def unread():
    """Of each table's stream, what comes after the slowest consumer's position; that position is the new beginning."""
    records, begins = AccountRegionScopedDict(), AccountRegionScopedDict()
    for (account, region, table), stream in dynamodb._stream_records.all_items():
        trimmed = dynamodb._stream_trimmed.get_scoped(account, region, table, 0)
        read = [
            lambda_svc._dynamodb_stream_positions.get_scoped(account, region, consumer)
            for (_, _, consumer), mapping in lambda_svc._esms.all_items()
            if ":table/" + table + "/stream/" in mapping.get("EventSourceArn", "")
        ]
        end = trimmed + len(stream)
        begin = min([end] + [max(position, trimmed) for position in read if position is not None])
        records.set_scoped(account, region, table, list(stream[begin - trimmed :]))
        begins.set_scoped(account, region, table, begin)
    return {"records": records, "begins": begins}


def with_streams(get_state):
    return lambda: {**get_state(), "streams": unread()}


def restoring_streams(load):
    def load_all(data):
        load(data)
        streams = data.get("streams")
        if streams:
            dynamodb._stream_records.update(streams["records"])
            dynamodb._stream_trimmed.update(streams["begins"])

    return load_all


if persistence.PERSIST_STATE:
    app.save_all = save_all
    dynamodb.get_state = with_streams(dynamodb.get_state)
    dynamodb.load_persisted_state = restoring_streams(dynamodb.load_persisted_state)
    signal.signal(signal.SIGUSR1, on_signal)
app.main()
