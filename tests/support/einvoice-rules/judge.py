"""What the official rules find wrong with electronic invoices: XSD of each syntax, and of UBL and CII the Schematron of EN 16931.

Reads a JSON list of {"syntax": "ubl" | "cii" | "facturae", "xml": …}, writes for each the list of what is wrong: nothing.
"""
import json, os, sys, tempfile, zipfile
from lxml import etree
from saxonche import PySaxonProcessor

HERE = os.path.dirname(os.path.abspath(__file__))
SVRL = '{http://purl.oclc.org/dsdl/svrl}'
# What a schema imports without saying where it is.
IMPORTED = {
    'urn:un:unece:uncefact:data:specification:CoreComponentTypeSchemaModule:2': 'xsd/CCTS_CCT_SchemaModule.xsd',
    'http://www.w3.org/2000/09/xmldsig#': 'xsd/xmldsig-core-schema.xsd',
    'http://uri.etsi.org/01903/v1.3.2#': 'xsd/XAdES01903v132-201601.xsd',
    'http://uri.etsi.org/01903/v1.4.1#': 'xsd/XAdES01903v141-201601.xsd',
}
SCHEMAS = {
    'Invoice': ('urn:oasis:names:specification:ubl:schema:xsd:Invoice-2', 'ubl21/maindoc/UBL-Invoice-2.1.xsd'),
    'CreditNote': ('urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2', 'ubl21/maindoc/UBL-CreditNote-2.1.xsd'),
    'CrossIndustryInvoice': (
        'urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100',
        'cii/data/standard/CrossIndustryInvoice_100pD16B.xsd',
    ),
    'Facturae': ('http://www.facturae.gob.es/formato/Versiones/Facturaev3_2_2.xml', 'facturae/Facturaev3_2_2.xsd'),
}
# Rules of others upon those of EN 16931, run alone: Peppol BIS Billing 3 and XRechnung.
UPON = {
    'peppol': 'peppol/PEPPOL-EN16931-UBL.xslt',
    'xrechnung-ubl': 'xrechnung/XRechnung-UBL-validation.xslt',
    'xrechnung-cii': 'xrechnung/XRechnung-CII-validation.xslt',
}
RULES = {**UPON, 'ubl': 'en16931/EN16931-UBL-validation.xslt', 'cii': 'en16931/EN16931-CII-validation.xslt'}


def schema_of(root, folder):
    namespace, path = SCHEMAS[root]
    places = {**(IMPORTED if root != 'CrossIndustryInvoice' else {}), namespace: path}
    imports = ''.join(
        f'<xs:import namespace="{space}" schemaLocation="{os.path.join(folder, place)}"/>' for space, place in places.items()
    )
    wrapper = f'<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">{imports}</xs:schema>'
    return etree.XMLSchema(etree.fromstring(wrapper))


def main():
    invoices = json.load(sys.stdin)
    with tempfile.TemporaryDirectory() as folder, PySaxonProcessor(license=False) as saxon:
        for name in ('rules.zip', 'upon.zip'):
            with zipfile.ZipFile(os.path.join(HERE, name)) as rules:
                rules.extractall(folder)
        xslt = saxon.new_xslt30_processor()
        sheets, schemas, found = {}, {}, []
        for invoice in invoices:
            document = etree.fromstring(invoice['xml'].encode())
            root, syntax = etree.QName(document).localname, invoice['syntax']
            if root not in schemas:
                schemas[root] = schema_of(root, folder)
            known = syntax in UPON or schemas[root].validate(document)
            faults = [] if known else [f'XSD: {error.message}' for error in schemas[root].error_log]
            if syntax in RULES:
                if syntax not in sheets:
                    sheets[syntax] = xslt.compile_stylesheet(stylesheet_file=os.path.join(folder, RULES[syntax]))
                report = sheets[syntax].transform_to_string(xdm_node=saxon.parse_xml(xml_text=invoice['xml']))
                for failed in etree.fromstring(report.encode()).iter(f'{SVRL}failed-assert'):
                    text = ' '.join(failed.findtext(f'{SVRL}text', '').split())
                    if syntax in UPON:
                        faults.append(f"{failed.get('flag')} {failed.get('id')}")
                        continue
                    faults.append(f"{failed.get('flag')}: {text} {failed.get('location')}")
            found.append(faults)
        json.dump(found, sys.stdout)


main()
