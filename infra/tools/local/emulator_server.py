"""Serves MiniStack by uvicorn, whose parser of HTTP is written in C.

By hypercorn, which parses in Python, reading a request and writing its answer took as long as all that MiniStack does
between the two.
"""

import hypercorn.asyncio
import uvicorn

# Of requests that are being answered when it has to end.
GRACE_SECONDS = 3


async def serve(application, config):
    """What MiniStack calls in hypercorn's name, with hypercorn's configuration."""
    host, port = config.bind[0].rsplit(":", 1)
    options = uvicorn.Config(
        application,
        host=host,
        port=int(port),
        http="httptools",
        loop="asyncio",
        ws="none",
        lifespan="on",
        log_config=None,
        access_log=False,
        proxy_headers=False,
        # MiniStack writes its own.
        server_header=False,
        date_header=False,
        timeout_keep_alive=int(config.keep_alive_timeout),
        timeout_graceful_shutdown=GRACE_SECONDS,
    )
    await uvicorn.Server(options).serve()


def settle():
    """Puts uvicorn in hypercorn's place."""
    hypercorn.asyncio.serve = serve
