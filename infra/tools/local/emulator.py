"""Runs MiniStack, and makes its state survive: whole, and with its streams.

1. MiniStack writes each service's file in place, and only when it ends in good order. Here all files go into a folder
   beside the old one, which then takes its place: at the end, and whenever SIGUSR1 asks for it. Whatever kills the
   process, the next start finds one complete state, as of the last time that it was written.
2. MiniStack keeps how far each consumer has read a table's stream, but not the stream: after a restart consumers would
   wait for positions that the new stream reaches only after as many changes as the old one had. Here what somebody has
   still to read is kept with the table.
3. MiniStack starts a Node process for each invocation at once and keeps one of each function for ever: fifty requests made
   126 processes of 80 MB. Here invocations wait their turn, those of one function for its own processes: to start another takes
   longer than what it would be started for. The one that has been idle longest makes room.
4. MiniStack keeps the lines of every invocation for ever, and changes for a day. Here what nobody will read goes.
5. MiniStack sorts and measures a whole table anew for each page of a scan: minutes, once a run of tests has filled it. Here a
   scan for partitions that begin alike is one of these partitions.
6. MiniStack looks at each record that is written half a dozen times: see emulator_pace.py.
7. MiniStack is served by hypercorn, which reads HTTP in Python: half of a request's time. See emulator_server.py.
8. MiniStack's filters of streams find nothing absent below a field that is absent itself (`exists: false`); those of AWS do.

The arguments only mark the process for `ps`.
"""

import collections
import os
import re
import shutil
import signal
import sys
import threading
import types

sys.argv[1:] = []
STATE = os.environ["STATE_DIR"]
DRAFT, OLD = STATE + ".draft", STATE + ".old"

# Killed between the two renames below.
if os.path.isdir(OLD) and not os.path.isdir(STATE):
    os.rename(OLD, STATE)

import emulator_pace  # noqa: E402
import emulator_server  # noqa: E402
from ministack import app  # noqa: E402
from ministack.core import lambda_runtime, persistence  # noqa: E402
from ministack.core.responses import AccountRegionScopedDict  # noqa: E402
from ministack.services import apigateway, cloudwatch_logs, dynamodb, lambda_svc, sqs  # noqa: E402

# Requests and what follows from them have turns of their own: a request may wait for what follows from another.
CORES = os.cpu_count() or 1
TURNS = {kind: threading.BoundedSemaphore(2 * CORES + 2) for kind in ("request", "worker")}
# By function: no fewer than two, so that requests of the same kind do meet.
OWN_TURNS = collections.defaultdict(lambda: threading.BoundedSemaphore(max(2, CORES)))
MOST_PROCESSES = int(os.environ["TRASTIENDA_MOST_PROCESSES"])
KEPT_INVOCATIONS = 100
# A stream is a list and how many came before it: consumers, in threads of their own, never see one without the other.
STREAMS = threading.RLock()
FORGET_EVERY_SECONDS = 30


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


def forget():
    """What every consumer has read of the streams, and the lines of all but each function's latest invocations."""
    with STREAMS:
        for (account, region, table), begin in unread()["begins"].all_items():
            trimmed = dynamodb._stream_trimmed.get_scoped(account, region, table, 0)
            del dynamodb._stream_records.get_scoped(account, region, table)[: begin - trimmed]
            dynamodb._stream_trimmed.set_scoped(account, region, table, begin)
    for _, group in cloudwatch_logs._log_groups.all_items():
        for name in list(group["streams"])[:-KEPT_INVOCATIONS]:
            group["streams"].pop(name, None)


def now_and_then():
    stopped = threading.Event()
    while not stopped.wait(FORGET_EVERY_SECONDS):
        if app._MAIN_LOOP is not None:
            app._MAIN_LOOP.call_soon_threadsafe(forget)


def make_room(config):
    """Ends processes that have been idle longest, until there is room for one more of this function's."""
    own = lambda_runtime._worker_key(config["FunctionName"], config, config.get("Version", "$LATEST"))
    ended = []
    with lambda_runtime._lock:
        pools = lambda_runtime._workers
        if any(not worker.in_use for worker in pools.get(own, [])):
            return
        idle = sorted(
            ((worker, pool) for pool in pools.values() for worker in pool if not worker.in_use),
            key=lambda each: each[0].last_used,
        )
        surplus = sum(map(len, pools.values())) + 1 - MOST_PROCESSES
        for worker, pool in idle[: max(0, surplus)]:
            pool.remove(worker)
            ended.append(worker)
    lambda_runtime.kill_workers(ended)


def in_turn(execute):
    def run(func, event, request_id):
        config = func.get("config") or func
        name = config.get("FunctionName", "")
        # Its own first: who waits for a process of this function must not keep another's from its turn.
        with OWN_TURNS[name], TURNS["worker" if "TaskFunction" in name or "EventFunction" in name else "request"]:
            make_room(config)
            return execute(func, event, request_id)

    return run


def whole(read):
    def run(*args, **options):
        with STREAMS:
            return read(*args, **options)

    return run


class Part:
    """The tables, of which one holds the partitions alone whose keys begin with a text: a view, nothing is taken out."""

    def __init__(self, begin):
        self.begin = begin

    def get(self, name, default=None):
        table = dynamodb._tables.get(name, default)
        if table is None:
            return table
        items = table["items"]
        return {**table, "items": {pk: items.get(pk, {}) for pk in list(items) if pk.startswith(self.begin)}}


def in_part(scan):
    def run(data):
        expression = re.fullmatch(r"begins_with\(pk, (:\w+)\)", data.get("FilterExpression") or "")
        if expression is None or data.get("IndexName"):
            return scan(data)
        begin = data["ExpressionAttributeValues"][expression[1]]["S"]
        return types.FunctionType(scan.__code__, {**dynamodb.__dict__, "_tables": Part(begin)}, scan.__name__, scan.__defaults__)(data)

    return run


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


def absent_below(match):
    def matches(record, pattern):
        for key, wanted in pattern.items():
            below = record.get(key)
            if isinstance(wanted, dict):
                if not matches(below if isinstance(below, dict) else {}, wanted):
                    return False
            elif not match(record, {key: wanted}):
                return False
        return True

    return matches


if persistence.PERSIST_STATE:
    app.save_all = save_all
    dynamodb.get_state = with_streams(dynamodb.get_state)
    dynamodb.load_persisted_state = restoring_streams(dynamodb.load_persisted_state)
    signal.signal(signal.SIGUSR1, on_signal)
for name in ("stream_records_since", "stream_live_records", "stream_start_position", "stream_end_position"):
    setattr(dynamodb, name, whole(getattr(dynamodb, name)))
dynamodb._scan = in_part(dynamodb._scan)
emulator_pace.settle(dynamodb)
emulator_pace.settle_gateway(apigateway)
emulator_pace.settle_queues(sqs)
emulator_pace.settle_workers(lambda_runtime.Worker)
lambda_svc._match_esm_filter = absent_below(lambda_svc._match_esm_filter)
lambda_svc._execute_function_warm = in_turn(lambda_svc._execute_function_warm)
emulator_server.settle()
threading.Thread(target=now_and_then, daemon=True).start()
app.main()
