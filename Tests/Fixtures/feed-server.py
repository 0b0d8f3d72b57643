"""Feeds of services as they behave, good and bad, for the tests of "import offer ADDRESS".

Serves 127.0.0.1 on a free port, which is the first line of its output; each request is a line
after that. Ends when its standard input does. The first part of a path names the feed.
"""

import json
import os
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, unquote, urlsplit

output = threading.Lock()
asked = {}


def say(words):
    with output:
        print(words, flush=True)


def shallow(number):
    return {"id": f"s/{number} é", "name": f"Shallow service {number}", "status": "active",
            "description": "<p>For families.</p>", "organization": {"name": "Made-up Council"}}


def full(number):
    place = {"location": {"name": f"Hall {number}", "addresses": [
        {"address_1": "1 Sample Street", "city": "Marlowe", "postal_code": "SW8 1SJ"}]}}
    return {**shallow(number), "service_at_locations": [place],
            "contacts": [{"phones": [{"number": "020 7946 0001"}]}]}


def outpost(number):
    return {"id": number, "name": f"Outpost service {number}", "description": "Open to all.",
            "min_age": 4, "max_age": 11, "locations": [], "organisation": {"name": None}}


def three(records, page, pages):
    return {"total_items": 5, "total_pages": pages, "page_number": page, "size": len(records),
            "first_page": page == 1, "last_page": page == pages, "contents": records}


def one(records, page, pages):
    return {"number": page, "size": len(records), "totalPages": pages, "totalElements": 5,
            "first": page == 1, "last": page == pages, "content": records}


class Feed(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *words):
        pass

    def answer(self, value, status=200, kind="application/json", more=()):
        body = value if isinstance(value, bytes) else json.dumps(value).encode()
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        for name, text in more:
            self.send_header(name, text)
        self.end_headers()
        self.wfile.write(body)

    def sent_on(self, address):
        self.answer(b"", 302, more=[("Location", address)])

    def do_GET(self):
        address = urlsplit(self.path)
        parts = [unquote(part) for part in address.path.split("/")]
        query = parse_qs(address.query)
        page = int(query["page"][0]) if "page" in query else None
        say(self.path)
        with output:
            count = asked[self.path] = asked.get(self.path, 0) + 1
        try:
            feed = getattr(self, "feed_" + parts[1], None)
            feed(parts[2:], page, count) if feed else self.missing()
        except (BrokenPipeError, ConnectionResetError):
            say("gone " + self.path)
            self.close_connection = True

    def missing(self):
        self.answer({"message": "Not found"}, 404)

    # Version 3: a root, shallow lists of two, three and no more, and records one by one.
    def feed_v3(self, rest, page, count):
        if not rest or rest == [""]:
            self.answer({"version": "HSDS-UK-3.0", "profile": "x", "openapi_url": "x"})
        elif page:
            self.answer(three([shallow(n) for n in [[1, 2], [3, 4], [5]][page - 1]], page, 3))
        else:
            number = int(rest[1].split("/")[1].split(" ")[0])
            self.missing() if number == 4 else self.answer(full(number))

    # Lists alone: a record cannot be asked for.
    def feed_lists(self, rest, page, count):
        if page:
            self.answer(three([shallow(n) for n in range(1, 13)], 1, 1))
        else:
            self.missing()

    def feed_outpost(self, rest, page, count):
        if page:
            self.answer(one([outpost(n) for n in [[1, 2], [3, 4], [5]][page - 1]], page, 3))
        else:
            self.missing()

    # The list stands at the address itself, whatever page is asked for.
    def feed_here(self, rest, page, count):
        self.missing() if rest else self.answer([outpost(1), outpost(2)])

    def feed_nobody(self, rest, page, count):
        self.answer({"number": 1, "totalPages": 0, "last": False, "content": []})

    def feed_html(self, rest, page, count):
        self.answer(b"<!DOCTYPE html><title>Down for maintenance</title>", kind="text/html")

    def feed_empty(self, rest, page, count):
        self.answer(b"")

    def feed_terms(self, rest, page, count):
        self.answer({"message": "Hello"})

    # The second page ends in the middle, and says a length that it does not have.
    def feed_cut(self, rest, page, count):
        if page == 2:
            self.send_response(200)
            self.send_header("Content-Length", "5000")
            self.end_headers()
            self.wfile.write(json.dumps(one([outpost(3)], 2, 3)).encode()[:60])
            self.close_connection = True
        else:
            self.feed_outpost(rest, page, count)

    # The second page ends in the middle, and looks like a whole answer.
    def feed_half(self, rest, page, count):
        if page == 2:
            self.answer(json.dumps(one([outpost(3)], 2, 3)).encode()[:60])
        else:
            self.feed_outpost(rest, page, count)

    def feed_endless(self, rest, page, count):
        self.send_response(200)
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        piece = b"[" * 65536
        while True:
            self.wfile.write(b"%x\r\n%s\r\n" % (len(piece), piece))

    def feed_file(self, rest, page, count):
        self.sent_on("file:///etc/passwd")

    def feed_ftp(self, rest, page, count):
        self.sent_on("ftp://127.0.0.1:9/services")

    def feed_circle(self, rest, page, count):
        self.sent_on(self.path)

    def feed_moved(self, rest, page, count):
        self.sent_on(self.path.replace("/moved", "/outpost", 1))

    # Asks for a second's rest, once for each page.
    def feed_busy(self, rest, page, count):
        if page and count == 1:
            self.answer(b"", 429, more=[("Retry-After", "1")])
        elif page:
            self.answer(one([outpost(page)], page, 2))
        else:
            self.missing()

    def feed_later(self, rest, page, count):
        self.answer(b"", 503, more=[("Retry-After", "3600")])

    # The second page does not come the first time that it is asked for.
    def feed_slow(self, rest, page, count):
        if page == 2 and count == 1:
            self.send_response(200)
            self.send_header("Transfer-Encoding", "chunked")
            self.end_headers()
            say("waiting")
            try:
                self.connection.recv(1)
            except ConnectionResetError:
                # The child was killed before it had read the head.
                pass
            say("gone")
            self.close_connection = True
        else:
            self.feed_outpost(rest, page, count)

    # What is asked of it: whether it says who asks, and what it has of the person.
    def feed_polite(self, rest, page, count):
        if page:
            heads = {name.lower(): text for name, text in self.headers.items()}
            say("agent " + heads["user-agent"])
            say("heads " + " ".join(sorted(heads)))
        self.answer([outpost(1)] if page else {"version": "1.0"}, more=[("Set-Cookie", "who=you")])


server = ThreadingHTTPServer(("127.0.0.1", 0), Feed)
server.daemon_threads = True
threading.Thread(target=server.serve_forever, daemon=True).start()
say(server.server_address[1])
sys.stdin.read()
os._exit(0)
