"""What signxml makes of signed documents: reads a JSON list of {"xml": …, "certificate": PEM}, writes for each what is wrong, or ""."""
import json, sys
from signxml import SignatureConfiguration
from signxml.xades import XAdESVerifier


def fault_of(signed):
    try:
        verifier = XAdESVerifier()
        config = SignatureConfiguration(expect_references=3)
        results = verifier.verify(signed['xml'].encode(), x509_cert=signed['certificate'], expect_config=config)
        # The first reference is the whole document.
        root = results[0].signed_xml
        return '' if root is not None and root.tag.split('}')[-1] in ('Facturae', 'RegistroAlta', 'RegistroAnulacion', 'RegistroEvento') else f'the signature is of {root}'
    except Exception as error:
        return f'{type(error).__name__}: {error}' or 'invalid'


json.dump([fault_of(signed) for signed in json.load(sys.stdin)], sys.stdout)
