"""Lets MiniStack do what it does with half of the work. Answers stay as they were; but a transaction's token is forgotten after a minute.

A third of a run of all tests was its reading of records. It goes through each item that is written six times (depth, numbers,
types, and thrice its size), takes a condition apart for each item that it is held against, and writes each transaction out again
to measure it. Here an item of the usual types is gone through once, and its size kept; the conditions that the product
uses are known by their form; and the collector of unused objects, which goes through all that is stored, comes less often. Whatever
is not as usual is left to MiniStack, which then says what is wrong with it.
"""

import functools
import gc
import itertools
import json
import re
import threading
import time
import types

# A size is kept by the object that was measured, which stays as long as it is kept: items are replaced, never changed.
MOST_SIZES = 50_000
# A retry of a request comes within seconds; MiniStack keeps each transaction as AWS does, for ten minutes.
TOKEN_SECONDS = 60

KEY_FORMS = re.compile(
    r"(\w+) = (:\w+)(?: AND (?:(\w+) BETWEEN (:\w+) AND (:\w+)|(\w+) ([<>]) (:\w+)|begins_with\((\w+), (:\w+)\)))?"
)


class Unusual(Exception):
    """A value that MiniStack has to look at itself."""


def text_size(text):
    return len(text) if text.isascii() else len(text.encode("utf-8"))


def settle(dynamodb):
    """Puts the quicker ways into the module."""
    sizes = {}
    asked = threading.local()
    names = functools.lru_cache(20_000)(text_size)

    @functools.lru_cache(100_000)
    def number(text):
        """A number as it is stored, and its size."""
        canonical = None if dynamodb._number_error(text) else dynamodb._ddb_canonicalize_number(text)
        if canonical is None:
            raise Unusual
        return canonical, dynamodb._number_size_bytes(canonical)

    def measured(value, depth=1):
        if depth > dynamodb._DDB_MAX_NESTING_DEPTH or type(value) is not dict or len(value) != 1:
            raise Unusual
        ((kind, content),) = value.items()
        if kind == "S" and type(content) is str:
            return text_size(content)
        if kind == "N" and type(content) is str:
            value["N"], size = number(content)
            return size
        if kind == "M" and type(content) is dict:
            size = 3
            for name, part in content.items():
                size += 1 + names(name) + measured(part, depth + 1)
            return size
        if kind == "L" and type(content) is list:
            size = 3 + len(content)
            for part in content:
                size += measured(part, depth + 1)
            return size
        if (kind == "BOOL" and type(content) is bool) or (kind == "NULL" and content is True):
            return 1
        raise Unusual

    def keep(item, size):
        if len(sizes) >= MOST_SIZES:
            sizes.clear()
        sizes[id(item)] = (item, size)
        return size

    def kept(item):
        found = sizes.get(id(item))
        return found[1] if found and found[0] is item else None

    def is_usual(item):
        """Whether an item has nothing that could be wrong with its values; then its size is known."""
        if type(item) is not dict or "" in item:
            return False
        if kept(item) is not None:
            return True
        try:
            keep(item, sum(names(name) + measured(value) for name, value in item.items()))
            return True
        except Unusual:
            return False

    size_of = dynamodb._item_size_bytes

    def item_size(item):
        size = kept(item)
        return size if size is not None else keep(item, size_of(item)) if type(item) is dict else size_of(item)

    validate = dynamodb._validate_item

    def validate_item(item, pk_name=None, sk_name=None, size_msg=dynamodb._ITEM_SIZE_MSG):
        if not is_usual(item) or kept(item) > dynamodb._DDB_ITEM_MAX_BYTES:
            return validate(item, pk_name, sk_name, size_msg)
        for name in (pk_name, sk_name):
            error = dynamodb._empty_key_value_error(name, item[name]) if name in item else None
            if error:
                return error
        return dynamodb._key_length_error(item, pk_name, sk_name)

    action_error = dynamodb._transact_write_action_error

    def transact_action_error(kind, op):
        """What is wrong with one write of a transaction, where its item is as usual: its expressions alone can be."""
        if kind == "Put" and isinstance(op, dict) and "Key" not in op and is_usual(op.get("Item")):
            return action_error(kind, {**op, "Item": {}})
        return action_error(kind, op)

    request_values = dynamodb._request_values

    def values_of(data):
        item = data.get("Item")
        return request_values({**data, "Item": {}} if item and is_usual(item) else data)

    @functools.lru_cache(1000)
    def form_of(condition):
        return KEY_FORMS.fullmatch(condition)

    evaluate = dynamodb._evaluate_condition

    def evaluate_condition(condition, item, values, attr_names, slot="ConditionExpression"):
        if condition == "attribute_not_exists(pk)" and not attr_names:
            return "pk" not in item
        form = form_of(condition) if not attr_names and type(condition) is str else None
        # The order of a query's bounds has been looked at before.
        answer = by_form(form, item, values) if form and (form.lastindex == 2 or slot == "KeyConditionExpression") else None
        return evaluate(condition, item, values, attr_names, slot) if answer is None else answer

    def by_form(form, item, values):
        """Whether the item is as the condition wants it; None where it takes more than comparing texts."""
        name, value, between, low, high, compared, sign, bound, begun, begin = form.groups()
        if value not in values:
            return None
        if item.get(name) != values[value]:
            # Two numbers may be written in two ways.
            return False if "S" in values[value] or name not in item else None
        sort_name = between or compared or begun
        if sort_name is None:
            return True
        bounds = (item.get(sort_name), values.get(low or bound or begin), values.get(high) if between else values[value])
        if not all(each and "S" in each for each in bounds):
            return None
        sort, first, second = (each["S"] for each in bounds)
        if between:
            return first <= sort <= second
        if begun:
            return sort.startswith(first)
        return sort < first if sign == "<" else sort > first

    units = dynamodb._index_write_units

    def index_units(*args):
        return 0.0 if getattr(asked, "nothing", False) else units(*args)

    transact = dynamodb._transact_write_items

    def transact_write_items(data):
        """What the indexes would cost is reckoned where somebody wants to know it."""
        asked.nothing = data.get("ReturnConsumedCapacity", "NONE") == "NONE"
        try:
            return transact(data)
        finally:
            asked.nothing = False

    # One pair that is put in place whole: requests come in several threads.
    latest = [(None, b"")]

    def loads(text, **options):
        """The latest request is kept as it came: to measure it, it need not be written again."""
        found = json.loads(text, **options)
        if isinstance(text, bytes):
            latest[0] = (found, text)
        return found

    def dumps(value, **options):
        found, text = latest[0]
        return text.decode("utf-8") if not options and value is found else json.dumps(value, **options)

    pace = types.SimpleNamespace(loads=loads, dumps=dumps, JSONDecodeError=json.JSONDecodeError)
    dynamodb.json = pace
    dynamodb._TXN_TOKEN_TTL = TOKEN_SECONDS
    dynamodb._item_size_bytes = item_size
    dynamodb._validate_item = validate_item
    dynamodb._transact_write_action_error = transact_action_error
    dynamodb._request_values = values_of
    dynamodb._evaluate_condition = evaluate_condition
    dynamodb._index_write_units = index_units
    dynamodb._transact_write_items = transact_write_items
    gc.set_threshold(100_000, 20, 100)


def settle_queues(sqs):
    """A FIFO queue forgets in the order in which it remembered: of all that it knows, each message has the oldest looked at."""

    def prune(queue):
        known, now = queue["dedup_cache"], time.time()
        for key in list(itertools.takewhile(lambda each: known[each]["expire"] <= now, known)):
            del known[key]

    sqs._prune_dedup = prune


def settle_workers(worker):
    """A function's lines are in the pipe before its answer is: one more look finds the last, where MiniStack waits five times as long."""
    drain = worker._drain_stderr_bounded
    worker._drain_stderr_bounded = lambda self: drain(self, idle_confirm=0.001)


def settle_gateway(apigateway):
    """Whether a path is a route's, and a token its signer's, is worked out anew for each request and each route: here once."""

    @functools.lru_cache(5000)
    def form_of(route_path):
        names, forms = [], []
        for part in re.split(r"(\{[^}]+\})", route_path):
            if not (part.startswith("{") and part.endswith("}")):
                forms.append(re.escape(part))
                continue
            names.append(part[1:-1].removesuffix("+"))
            forms.append("(.+)" if part.endswith("+}") else "([^/]+)")
        return re.compile("".join(forms)), names

    def extract_path_params(route_path, request_path):
        form, names = form_of(route_path)
        found = form.fullmatch(request_path)
        return dict(zip(names, found.groups())) if found else None

    is_signed = apigateway._verify_rs256_signature

    @functools.lru_cache(1000)
    def verified(token, modulus, exponent):
        return is_signed(token, {"n": modulus, "e": exponent})

    apigateway._extract_path_params = extract_path_params
    apigateway._verify_rs256_signature = lambda token, jwk: verified(token, jwk.get("n", ""), jwk.get("e", ""))
