"""Connections of urllib3, through the user's proxy, to hosts that prove who they are.

A host of the internet can send the program on, by a redirect or in a feed, to a machine of the user's own network, where a
request may do something. Such requests are refused once the connection shows where it leads.
"""

import os
import socket
from collections.abc import Callable
from contextlib import suppress
from ipaddress import ip_address
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit
from weakref import WeakSet

from urllib3 import HTTPConnectionPool, HTTPSConnectionPool, PoolManager, ProxyManager, Timeout, make_headers
from urllib3.connection import HTTPConnection, HTTPSConnection

from briefing_tui.fetching.errors import FetchError

if TYPE_CHECKING:
    from ssl import SSLContext

_CONNECTING, _WAITING = 15.0, 30.0
"""The most seconds for a connection to be made, and for the next bytes to come."""


def is_public(address: str) -> bool:
    """Return whether an IP address is one of the internet.

    Others are of this machine or its network.
    """
    try:
        return ip_address(address.partition("%")[0]).is_global
    except ValueError:
        return False


class Connections:
    """The open connections of a fetcher."""

    def __init__(self, public: Callable[[str], bool] = is_public) -> None:
        """Take what says of an IP address whether it is one of the internet."""
        self.public_hosts: dict[str, bool] = {}
        """For each host contacted so far: True if it is on the internet, False if on the user's own network."""
        self.only_public = False
        """True to refuse hosts on the user's own network."""
        self.is_ended = False
        """True after `end`: no new connection is made."""
        self._public = public
        self._open: WeakSet[HTTPConnection] = WeakSet()
        self._managers: dict[str, PoolManager] = {}
        self._context: SSLContext | None = None
        self._pools = {
            "http": type("_HttpPool", (HTTPConnectionPool,), {"ConnectionCls": self._made_by(HTTPConnection)}),
            "https": type("_HttpsPool", (HTTPSConnectionPool,), {"ConnectionCls": self._made_by(HTTPSConnection)}),
        }

    def manager(self, url: str) -> PoolManager:
        """Return what connects to the host of an address. Raises FetchError."""
        proxy = proxy_for(url)
        name = f"{urlsplit(url).scheme} {proxy}"
        if name not in self._managers:
            self._managers[name] = self._new_manager(proxy, is_encrypted=url.lower().startswith("https:"))
        return self._managers[name]

    def require_public(self, host: str) -> None:
        """Raise FetchError if a host is of the user's network and such are refused."""
        if self.only_public and self.public_hosts.get(host) is False:
            raise FetchError(f"it leads to {host}, a machine of your own network; name that address yourself if you want it")

    def end(self) -> None:
        """End all transfers at once, and those that are about to begin.

        May be called in another thread.
        """
        self.is_ended = True
        for connection in tuple(self._open):
            if connection.sock is not None:
                with suppress(OSError):
                    connection.sock.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        """Close all connections."""
        for manager in self._managers.values():
            manager.clear()

    def _new_manager(self, proxy: str, is_encrypted: bool) -> PoolManager:
        given: dict[str, Any] = {
            "timeout": Timeout(connect=_CONNECTING, read=_WAITING), "num_pools": 8, "maxsize": 1, "retries": False,
        }  # fmt: skip
        if is_encrypted or proxy.startswith("https:"):
            given["ssl_context"] = self._certified()
        if proxy:
            login = urlsplit(proxy)
            if login.username:
                given["proxy_headers"] = make_headers(proxy_basic_auth=f"{login.username}:{login.password or ''}")
            if proxy.startswith("https:"):
                given["proxy_ssl_context"] = self._certified()
        manager = ProxyManager(proxy, **given) if proxy else PoolManager(**given)
        manager.pool_classes_by_scheme = self._pools
        return manager

    def _certified(self) -> "SSLContext":
        """Return what verifies certificates: by the system's store, otherwise by Mozilla's, which certifi has."""
        if self._context is None:
            import ssl

            self._context = ssl.create_default_context()
            if not self._context.cert_store_stats()["x509_ca"] and not ssl.get_default_verify_paths().capath:
                import certifi

                self._context.load_verify_locations(certifi.where())
        return self._context

    def _made_by(self, base: type[HTTPConnection]) -> type[HTTPConnection]:
        """Return a class of connections that are known here, and that lead only where they may."""
        ours = self

        class Watched(base):  # type: ignore[misc,valid-type]
            """A connection that can be ended from another thread."""

            def __init__(self, *args: Any, **given: Any) -> None:
                super().__init__(*args, **given)
                ours._open.add(self)

            def _new_conn(self) -> socket.socket:
                sock: socket.socket = super()._new_conn()
                if not self.proxy:
                    try:
                        ours._admit(self.host.strip("[]").lower(), sock)
                    except FetchError:
                        sock.close()
                        raise
                return sock

        return Watched

    def _admit(self, host: str, sock: socket.socket) -> None:
        if self.is_ended:
            raise FetchError("it took too long")
        self.public_hosts[host] = self._public(sock.getpeername()[0])
        self.require_public(host)


def proxy_for(url: str) -> str:
    """Return the proxy that the environment names for an address; empty for none.

    It is in HTTP_PROXY, HTTPS_PROXY or ALL_PROXY, in capitals or not; NO_PROXY lists hosts without one. Raises FetchError for a
    kind of proxy that is not known.
    """
    if not any(name.lower().endswith("_proxy") for name in os.environ):
        return ""
    from urllib.request import getproxies_environment, proxy_bypass_environment  # type: ignore[attr-defined]

    parts = urlsplit(url)
    known = getproxies_environment()
    proxy = known.get(parts.scheme) or known.get("all", "")
    if not proxy or proxy_bypass_environment(parts.netloc.rpartition("@")[2]):
        return ""
    proxy = proxy if "://" in proxy else f"http://{proxy}"
    if not proxy.lower().startswith(("http://", "https://")):
        raise FetchError(f"the proxy for {parts.scheme} is no http or https address; check {parts.scheme.upper()}_PROXY")
    return proxy
