"""Reads one email from standard input and writes what is in it as one JSON object.

It runs as a process of its own, with limits on memory, time and files: what comes in by email was written by a stranger.
Python's own email package does the reading, with the policy that takes what comes (compat32) and notes what is wrong with it.
"""

import base64
import email
import email.header
import email.policy
import email.utils
import html.parser
import json
import re
import resource
import sys

MEBI = 1024 * 1024
MOST_MEMORY = 1024 * MEBI
MOST_SECONDS = 20
MOST_HEADER_BYTES = 256 * 1024
MOST_PARTS = 200
MOST_TEXT = 200_000
MOST_FILE = 10 * MEBI
MOST_FILES = 25 * MEBI
MOST_ADDRESSES = 200
MOST_LINE = 2_000

# A message that was cut off, or whose parts cannot be told apart, may have lost something on its way.
LOSSES = {
    "NoBoundaryInMultipartDefect": "it says that it has parts and not what parts them",
    "StartBoundaryNotFoundDefect": "the line that parts it is missing",
    "CloseBoundaryNotFoundDefect": "its end is missing",
    "MultipartInvariantViolationDefect": "it says that it has parts and has none",
    "FirstHeaderLineIsContinuationDefect": "its headers are damaged",
    "MisplacedEnvelopeHeaderDefect": "its headers are damaged",
    "MissingHeaderBodySeparatorDefect": "its headers are damaged",
    "InvalidBase64LengthDefect": "a part of it cannot be decoded",
    "InvalidMultipartContentTransferEncodingDefect": "its parts are encoded in a way that is not allowed",
}


def limit():
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NOFILE, (16, 16))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def plain(text, most=MOST_LINE):
    """Text that can be kept and shown: no control characters but tabs and line ends, no halves of characters."""
    text = text.encode("utf-8", "replace").decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
    return "".join(c for c in text if c in "\n\t" or (ord(c) >= 32 and not 0x7F <= ord(c) <= 0x9F))[:most]


def one_line(text):
    return " ".join(plain(text).split())


def words_in(value):
    """A header's value with its encoded words decoded, whatever they claim to be in."""
    try:
        pieces = email.header.decode_header(str(value))
    except Exception:
        return one_line(str(value))
    out = []
    for piece, charset in pieces:
        out.append(piece if isinstance(piece, str) else in_characters(piece, charset))
    return one_line("".join(out))


def in_characters(data, charset):
    for name in (charset, "utf-8", "windows-1252"):
        try:
            return data.decode(name)
        except (LookupError, UnicodeError, TypeError, ValueError):
            continue
    return data.decode("latin-1")


def addresses(message, name):
    found = []
    for value in message.get_all(name, []):
        # Taken apart before it is decoded: an encoded word may hold a comma or an address of its own.
        for display, address in email.utils.getaddresses([str(value)]):
            if address:
                found.append({"name": words_in(display), "address": one_line(address)})
    return found[:MOST_ADDRESSES]


class Reader(html.parser.HTMLParser):
    """The words of a page, as somebody would read them aloud; where a link leads is said beside it."""

    BLOCKS = {"p", "div", "br", "tr", "li", "h1", "h2", "h3", "h4", "h5", "h6", "table", "ul", "ol", "hr", "blockquote", "pre"}
    SILENT = {"script", "style", "head", "title", "template", "noscript"}

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.out = []
        self.silent = 0
        self.link = None

    def handle_starttag(self, tag, attrs):
        if tag in self.SILENT:
            self.silent += 1
        elif tag in self.BLOCKS:
            self.out.append("\n")
        elif tag == "a":
            self.link = dict(attrs).get("href")

    def handle_endtag(self, tag):
        if tag in self.SILENT:
            self.silent = max(0, self.silent - 1)
        elif tag in self.BLOCKS:
            self.out.append("\n")
        elif tag == "a" and self.link:
            if self.link.startswith(("http://", "https://")):
                self.out.append(f" <{self.link}>")
            self.link = None

    def handle_data(self, data):
        if not self.silent:
            self.out.append(re.sub(r"\s+", " ", data))


def words_of_page(page):
    reader = Reader()
    reader.feed(page)
    reader.close()
    lines = [line.strip() for line in "".join(reader.out).split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def bytes_of(part):
    try:
        return part.get_payload(decode=True) or b""
    except Exception:
        return b""


def text_of(part):
    return in_characters(bytes_of(part), part.get_content_charset())


def name_of(part):
    try:
        name = part.get_filename()
    except Exception:
        name = None
    return words_in(name) if name else None


def losses_in(part):
    return {LOSSES[type(defect).__name__] for defect in part.defects if type(defect).__name__ in LOSSES}


def returned(message):
    """What a mail server says of an email of ours that did not arrive (RFC 3464); None where this is something else."""
    if message.get_content_type() != "multipart/report" or not message.is_multipart():
        return None
    said = None
    original = None
    for part in message.get_payload():
        kind = part.get_content_type()
        if kind == "message/delivery-status" and isinstance(part.get_payload(), list):
            said = {}
            for block in part.get_payload():
                for name in ("Action", "Status", "Diagnostic-Code"):
                    if block.get(name) and name not in said:
                        said[name] = one_line(str(block.get(name)))
        elif kind == "message/rfc822" and isinstance(part.get_payload(), list) and part.get_payload():
            original = part.get_payload()[0].get("Message-ID")
        elif kind in ("text/rfc822-headers", "message/global-headers"):
            original = email.message_from_string(text_of(part), policy=email.policy.compat32).get("Message-ID")
    if said is None:
        return None
    return {
        "action": said.get("Action", ""),
        "status": said.get("Status", ""),
        "original": one_line(str(original)) if original else None,
    }


def is_automatic(message):
    """RFC 3834, and what is used beside it."""
    submitted = str(message.get("Auto-Submitted", "no")).split(";")[0].strip().lower()
    precedence = str(message.get("Precedence", "")).strip().lower()
    return (
        submitted not in ("", "no")
        or precedence in ("bulk", "junk", "list", "auto_reply")
        or message.get("X-Autoreply") is not None
        or message.get("X-Autorespond") is not None
        or message.get("List-Id") is not None
        or str(message.get("Return-Path", "")).strip() == "<>"
    )


def parts_of(message):
    """The leaves, in order: a message inside the message is one of them."""
    waiting = [message]
    while waiting:
        part = waiting.pop(0)
        yield part
        if part.get_content_maintype() == "multipart" and part.is_multipart():
            waiting = list(part.get_payload()) + waiting


def read(raw):
    end = re.search(rb"\r?\n\r?\n", raw[:MOST_HEADER_BYTES])
    if end is None and len(raw) > MOST_HEADER_BYTES:
        return {"unreadable": "Its headers are larger than any that a mail program writes."}
    message = email.message_from_bytes(raw, policy=email.policy.compat32)
    problems = set()
    written, pages, files = [], [], []
    room = MOST_FILES
    count = 0
    for part in parts_of(message):
        count += 1
        if count > MOST_PARTS:
            return {"unreadable": "It has more parts than any mail program writes."}
        problems |= losses_in(part)
        if part.get_content_maintype() == "multipart":
            continue
        kind = part.get_content_type()
        name = name_of(part)
        disposition = str(part.get("Content-Disposition", "")).split(";")[0].strip().lower()
        if kind in ("text/plain", "text/html") and disposition != "attachment" and name is None:
            (written if kind == "text/plain" else pages).append(text_of(part))
            problems |= losses_in(part)
            continue
        if kind == "message/rfc822" and isinstance(part.get_payload(), list):
            inner = part.get_payload()[0] if part.get_payload() else None
            data = inner.as_bytes() if inner is not None else b""
            name = name or (words_in(inner.get("Subject", "message")) if inner is not None else "message") + ".eml"
        else:
            data = bytes_of(part)
            problems |= losses_in(part)
        taken = len(data) <= MOST_FILE and len(data) <= room
        if taken:
            room -= len(data)
        files.append(
            {
                "name": name or ("picture" if kind.startswith("image/") else "file"),
                "type": one_line(kind),
                "size": len(data),
                "inText": disposition != "attachment" and part.get("Content-ID") is not None and kind.startswith("image/"),
                "bytes": base64.b64encode(data).decode("ascii") if taken else None,
            }
        )
    text = "\n".join(written).strip() or "\n".join(words_of_page(page) for page in pages)
    if len(text) > MOST_TEXT:
        problems.add("its text is longer than is read")
    results = []
    for name, value in message.items():
        if name.lower() == "authentication-results":
            results.append(one_line(str(value)))
    return {
        "from": addresses(message, "From"),
        "fromLines": len(message.get_all("From", [])),
        "to": addresses(message, "To"),
        "cc": addresses(message, "Cc"),
        "bcc": addresses(message, "Bcc"),
        "subject": words_in(message.get("Subject", "")),
        "date": one_line(str(message.get("Date", ""))),
        "messageId": one_line(str(message.get("Message-ID", ""))),
        "authenticationResults": results,
        "isInternal": one_line(str(message.get("X-MS-Exchange-Organization-AuthAs", ""))).lower() == "internal",
        "isAutomatic": is_automatic(message),
        "returned": returned(message),
        "text": plain(text, MOST_TEXT),
        "isFromPage": not written and bool(pages),
        "files": files,
        "problems": sorted(problems),
    }


def main():
    limit()
    try:
        found = read(sys.stdin.buffer.read())
    except MemoryError:
        found = {"unreadable": "Reading it takes more memory than is given to one email."}
    except RecursionError:
        found = {"unreadable": "Its parts lie too deep in each other."}
    except Exception as error:
        # What kind of error, and nothing of the email: this may stand in a log.
        found = {"unreadable": f"It cannot be read ({type(error).__name__})."}
    json.dump(found, sys.stdout, ensure_ascii=True)


main()
