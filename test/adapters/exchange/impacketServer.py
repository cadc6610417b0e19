"""The server's side of NTLM over HTTP as impacket has it, for ntlmOnLinux.test.ts.

Reads what it is to be as one line of JSON (see ImpacketWish in impacketServer.ts), prints its port, then one
line of JSON for every proof it judged. Ends when its standard input ends, so it never outlives its test.
"""
import base64
import hashlib
import hmac
import itertools
import json
import os
import ssl
import struct
import sys
import tempfile
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from impacket import ntlm, smbserver
from impacket.nt_errors import STATUS_SUCCESS

MIC_OFFSET = 72  # MS-NLMP 2.2.1.3
MIC_FOLLOWS = 2  # MsvAvFlags, MS-NLMP 2.2.2.1
UNIX_EPOCH = 116444736000000000  # 1970 in 100 nanoseconds since 1601

wish = json.loads(sys.stdin.buffer.readline())
connections = itertools.count(1)


def binding_of(certificate):
    """RFC 5929 tls-server-end-point of a certificate signed with SHA-256, as NTLM carries it."""
    data = b"tls-server-end-point:" + hashlib.sha256(ssl.PEM_cert_to_DER_cert(certificate)).digest()
    return hashlib.md5(bytes(16) + struct.pack("<L", len(data)) + data).digest()


def challenge_to(negotiate):
    domain = wish["domain"].encode("utf-16le")
    info = ntlm.AV_PAIRS()
    info[ntlm.NTLMSSP_AV_DOMAINNAME] = domain
    info[ntlm.NTLMSSP_AV_HOSTNAME] = "MAIL".encode("utf-16le")
    # A server that tells its time demands the integrity code.
    info[ntlm.NTLMSSP_AV_TIME] = struct.pack("<q", UNIX_EPOCH + int(time.time()) * 10_000_000)
    challenge = ntlm.NTLMAuthChallenge()
    challenge["flags"] = negotiate["flags"] | ntlm.NTLMSSP_NEGOTIATE_TARGET_INFO | ntlm.NTLMSSP_TARGET_TYPE_DOMAIN
    challenge["challenge"] = os.urandom(8)
    challenge["Version"] = bytes([10, 0, 0, 0, 0, 0, 0, 15])
    challenge["domain_name"] = domain
    challenge["domain_offset"] = 56
    challenge["TargetInfoFields"] = info
    challenge["TargetInfoFields_offset"] = 56 + len(domain)
    return challenge


def verdict_on(proof, sent, negotiate_bytes, challenge_bytes):
    """What is wrong with the third message, or 'accepted'."""
    negotiate, challenge = ntlm.NTLMAuthNegotiate(), ntlm.NTLMAuthChallenge()
    negotiate.fromString(negotiate_bytes)
    challenge.fromString(challenge_bytes)
    user, domain = (proof[name].decode("utf-16le") for name in ("user_name", "domain_name"))
    if [user.lower(), domain.lower()] != [wish[name].lower() for name in ("user", "accountDomain")]:
        return "unknown account"
    hashes = ntlm.compute_lmhash(""), ntlm.compute_nthash(wish["password"])
    status, session_key = smbserver.computeNTLMv2(user, *hashes, challenge["challenge"], proof, challenge, negotiate)
    if status != STATUS_SUCCESS:
        return "wrong password"
    # The proof, then 28 bytes of versions, time and the client's challenge, then the pairs (MS-NLMP 2.2.2.7).
    pairs = ntlm.AV_PAIRS(proof["ntlm"][16 + 28 :])
    if (pairs[ntlm.NTLMSSP_AV_TARGET_NAME] or (0, b""))[1].decode("utf-16le") != "HTTP/127.0.0.1":
        return "meant for another service"
    flags = (pairs[ntlm.NTLMSSP_AV_FLAGS] or (4, bytes(4)))[1]
    if not struct.unpack("<L", flags)[0] & MIC_FOLLOWS:
        return "no integrity code"
    without = sent[:MIC_OFFSET] + bytes(16) + sent[MIC_OFFSET + 16 :]
    if not hmac.compare_digest(proof["MIC"], ntlm.hmac_md5(session_key, negotiate_bytes + challenge_bytes + without)):
        return "changed on the way"
    if "tls" in wish:
        bound = pairs[ntlm.NTLMSSP_AV_CHANNEL_BINDINGS]
        if bound is None or bound[1] != binding_of(wish.get("boundTo", wish["tls"]["cert"])):
            return "not bound to this certificate"
    return "accepted"


class Conversation(BaseHTTPRequestHandler):
    """One connection: NTLM signs a connection in, not a request."""

    protocol_version = "HTTP/1.1"

    def setup(self):
        super().setup()
        self.number = next(connections)
        self.signed_in = False
        self.negotiate = self.challenge = None

    def do_POST(self):
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        scheme, _, encoded = self.headers.get("Authorization", "").partition(" ")
        message = base64.b64decode(encoded) if scheme == "NTLM" else b""
        kind = struct.unpack("<L", message[8:12])[0] if message else 0
        if kind == 1:
            self.answer(401, b"", "NTLM " + base64.b64encode(self.challenge_after(message)).decode())
        elif kind == 3 and self.challenge is not None:
            self.judge(message)
            self.answer(*((200, wish["answer"].encode()) if self.signed_in else (401, b"", "NTLM")))
        elif kind == 0 and self.signed_in:
            self.answer(200, wish["answer"].encode())
        else:
            self.answer(401, b"", "NTLM")

    def challenge_after(self, message):
        negotiate = ntlm.NTLMAuthNegotiate()
        negotiate.fromString(message)
        self.negotiate, challenge = message, challenge_to(negotiate)
        self.challenge = challenge.getData()
        if not wish.get("altersChallenge"):
            return self.challenge
        challenge["flags"] &= ~ntlm.NTLMSSP_NEGOTIATE_ALWAYS_SIGN
        return challenge.getData()

    def judge(self, message):
        proof = ntlm.NTLMAuthChallengeResponse()
        proof.fromString(message)
        verdict = verdict_on(proof, message, self.negotiate, self.challenge)
        self.signed_in, self.challenge = verdict == "accepted", None
        account = {name: proof[f"{name}_name"].decode("utf-16le") for name in ("user", "domain")}
        print(json.dumps({"connection": self.number, **account, "verdict": verdict}), flush=True)

    def answer(self, status, body, offer=None):
        self.send_response(status)
        if offer is not None:
            self.send_header("WWW-Authenticate", offer)
        self.send_header("Content-Type", "text/xml; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


server = ThreadingHTTPServer(("127.0.0.1", 0), Conversation)
if "tls" in wish:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    with tempfile.NamedTemporaryFile("w", suffix=".pem") as file:
        file.write(wish["tls"]["key"] + "\n" + wish["tls"]["cert"])
        file.flush()
        context.load_cert_chain(file.name)
    server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
threading.Thread(target=server.serve_forever, daemon=True).start()
print(server.server_port, flush=True)
sys.stdin.buffer.read()
