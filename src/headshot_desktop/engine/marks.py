"""Marks in a finished file: XMP for every reader, Content Credentials (C2PA) for those that check.

Both say the same: how the picture came about (`core.marks`). The credentials bind that to the file's bytes with a
signature. Its key and its two certificates are made for one file and thrown away: a key that is kept would link all
exports of a person. So the signature proves that nothing was changed since, not who made it, and a checker says that it
does not know the signer. Nothing else goes in: no name, no thumbnail, no time finer than the day.

`engine.credentials` reads them again. Sources: C2PA specification 2.2 (c2pa.org); XMP specification part 3 (ISO 16684);
IPTC Photo Metadata Standard 2025.1, *Digital Source Type*.
"""

from __future__ import annotations

import datetime
import io
import json
from functools import cache
from typing import TYPE_CHECKING, Any

from headshot_desktop import __version__
from headshot_desktop.core.errors import Bug
from headshot_desktop.core.marks import Marks, SourceType
from headshot_desktop.core.request import Format

if TYPE_CHECKING:
    import c2pa
    from cryptography import x509
    from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey

MIME = {Format.JPEG: "image/jpeg", Format.PNG: "image/png", Format.WEBP: "image/webp"}

ROOM = 4096
"""Bytes by which signing makes a file larger, at most: 3.3 kB measured for the longest list of actions."""

PROGRAM = "Headshot Desktop"
YEARS = 30
"""Validity of the certificates: without a time stamp a checker compares them with its own clock."""

EMAIL_PROTECTION = "1.3.6.1.5.5.7.3.4"
"""Extended key usage *e-mail protection*: the one of the C2PA specification's list (14.5.1) that all checkers take."""

_PACKET = (
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    '<rdf:Description rdf:about="" xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/">'
    "<Iptc4xmpExt:DigitalSourceType>{uri}</Iptc4xmpExt:DigitalSourceType>"
    '</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="r"?>'
)

_SETTINGS = {
    "verify": {"remote_manifest_fetch": False, "ocsp_fetch": False},
    # On by default, and it would put the picture into its own file a second time.
    "builder": {"thumbnail": {"enabled": False}},
}


def xmp_packet(source: SourceType) -> bytes:
    """The XMP packet that names how a picture came about."""
    return _PACKET.format(uri=source.uri).encode()


def signed(content: bytes, kind: Format, marks: Marks) -> bytes:
    """`content` with Content Credentials; the file grows by less than `ROOM` bytes.

    Args:
        content: a whole file of `kind`.
        kind: JPEG, PNG or WebP.
        marks: what the credentials say.
    """
    import c2pa

    chain, key = _identity()
    try:
        signer = c2pa.Signer.from_info(c2pa.C2paSignerInfo(b"es256", chain, key, None))
        builder = c2pa.Builder(json.dumps(_manifest(marks)), context=context())
        target = io.BytesIO()
        builder.sign(signer, MIME[kind], io.BytesIO(content), target)
    except c2pa.C2paError as error:
        raise Bug(f"Content Credentials could not be written: {error}") from error
    return target.getvalue()


@cache
def context() -> c2pa.Context:
    """How the library is used, for writing and for reading: nothing is fetched, no thumbnail is made."""
    import c2pa

    return c2pa.Context(c2pa.Settings.from_dict(_SETTINGS))


def _manifest(marks: Marks) -> dict[str, Any]:
    made = {"action": "c2pa.created", "digitalSourceType": marks.source.uri}
    actions = [made, *({"action": action} for action in marks.actions)]
    return {
        "claim_generator_info": [{"name": PROGRAM, "version": __version__}],
        "assertions": [{"label": "c2pa.actions.v2", "data": {"actions": actions}}],
    }


def _identity() -> tuple[bytes, bytes]:
    """A certificate chain for one file, and its key, PEM. One certificate alone would not be accepted."""
    from cryptography.hazmat.primitives import serialization

    authority, authority_key = _certificate("Authority for one picture", None)
    leaf, key = _certificate("One picture", (authority, authority_key))
    pem = serialization.Encoding.PEM
    plain = key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    return leaf.public_bytes(pem) + authority.public_bytes(pem), plain


def _certificate(
    name: str, issuer: tuple[x509.Certificate, EllipticCurvePrivateKey] | None
) -> tuple[x509.Certificate, EllipticCurvePrivateKey]:
    """A certificate and its key; the profile is that of the C2PA specification, 14.5.1."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.x509.oid import NameOID

    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name(
        [x509.NameAttribute(NameOID.ORGANIZATION_NAME, PROGRAM), x509.NameAttribute(NameOID.COMMON_NAME, name)]
    )
    today = datetime.datetime.now(datetime.UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    authority = issuer is None
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer[0].subject if issuer else subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(today)
        .not_valid_after(today.replace(year=today.year + YEARS, day=min(today.day, 28)))
        .add_extension(x509.BasicConstraints(ca=authority, path_length=0 if authority else None), critical=True)
        .add_extension(_usage(authority), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
    )
    if issuer:
        above = x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer[1].public_key())
        usage = x509.ExtendedKeyUsage([x509.ObjectIdentifier(EMAIL_PROTECTION)])
        builder = builder.add_extension(above, critical=False).add_extension(usage, critical=False)
    return builder.sign(issuer[1] if issuer else key, hashes.SHA256()), key


def _usage(authority: bool) -> x509.KeyUsage:
    from cryptography import x509

    return x509.KeyUsage(
        digital_signature=not authority,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=authority,
        crl_sign=authority,
        encipher_only=False,
        decipher_only=False,
    )
