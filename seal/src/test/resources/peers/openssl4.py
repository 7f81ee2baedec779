# SPDX-License-Identifier: Apache-2.0
"""What OpenSSL 4 (inside PyPI's cryptography) says of keys and signatures of ours; a line in, a line out.

verify KEY SIGNATURE MESSAGE   ML-DSA-44: yes or no
sign SEED MESSAGE              ML-DSA-44: public key, signature
xwing PUBLIC                   an X-Wing encapsulation out of ML-KEM-768 and X25519: ciphertext, secret
"""
import hashlib
import sys

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.mldsa import MLDSA44PrivateKey, MLDSA44PublicKey
from cryptography.hazmat.primitives.asymmetric.mlkem import MLKEM768PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey


def verify(key, signature, message):
    try:
        MLDSA44PublicKey.from_public_bytes(key).verify(signature, message)
        return ["yes"]
    except InvalidSignature:
        return ["no"]


def sign(seed, message):
    key = MLDSA44PrivateKey.from_seed_bytes(seed)
    return [key.public_key().public_bytes_raw().hex(), key.sign(message).hex()]


def xwing(public):
    secret_m, sealed = MLKEM768PublicKey.from_public_bytes(public[:1184]).encapsulate()
    own = X25519PrivateKey.generate()
    share = own.public_key().public_bytes_raw()
    secret_x = own.exchange(X25519PublicKey.from_public_bytes(public[1184:]))
    secret = hashlib.sha3_256(secret_m + secret_x + share + public[1184:] + rb"\.//^" + b"\\").digest()
    return [(sealed + share).hex(), secret.hex()]


for line in sys.stdin:
    word, *values = line.rstrip("\n").split(" ")
    print(*{"verify": verify, "sign": sign, "xwing": xwing}[word](*map(bytes.fromhex, values)), flush=True)
