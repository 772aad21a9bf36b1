"""The name and the class by which Django finds it."""

import select

from django.db.backends.postgresql import base


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection is asked whether it still stands only where the server has said something unasked, which a server
    that ends or throws a connection out does, or after an error: to ask before every page took a fifth of its time.
    """

    def is_usable(self) -> bool:
        if self.connection is None or self.connection.closed:
            return False
        is_quiet = not self.errors_occurred and not _has_unread(self.connection.pgconn.socket)
        return is_quiet or super().is_usable()


def _has_unread(socket: int) -> bool:
    poll = select.poll()
    poll.register(socket, select.POLLIN | select.POLLPRI)
    return bool(poll.poll(0))
