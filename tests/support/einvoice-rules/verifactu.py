"""What AEAT's schemas and verifactu-lint find wrong with files of records: a JSON list of XML texts, for each what is wrong."""
import json, os, shutil, subprocess, sys, tempfile, zipfile
from lxml import etree

HERE = os.path.dirname(os.path.abspath(__file__))


def lint(folder, xml):
    path = os.path.join(folder, 'records.xml')
    with open(path, 'w', encoding='utf-8') as file:
        file.write(xml)
    ran = subprocess.run([sys.executable, '-m', 'verifactu_lint.cli', path], capture_output=True, text=True)
    lines = (ran.stdout + ran.stderr).splitlines()
    return [line.strip() for line in lines if line.startswith('ERROR') or 'Traceback' in line] or (
        [] if ran.returncode == 0 else [ran.stdout + ran.stderr]
    )


def main():
    with tempfile.TemporaryDirectory() as folder:
        with zipfile.ZipFile(os.path.join(HERE, 'rules.zip')) as rules:
            rules.extractall(folder)
        schema_of = lambda name: etree.XMLSchema(etree.parse(os.path.join(folder, 'verifactu', name)))
        sent, answers = schema_of('SuministroLR.xsd'), schema_of('RespuestaSuministro.xsd')
        # The schema of events imports that of signatures from beside itself.
        shutil.copy(os.path.join(HERE, 'events.xsd'), os.path.join(folder, 'verifactu'))
        events = schema_of('events.xsd')
        found = []
        for xml in json.load(sys.stdin):
            document = etree.fromstring(xml.encode())
            # What stands in an envelope of SOAP is what the schemas are of.
            if document.tag.endswith('}Envelope'):
                document = etree.fromstring(etree.tostring(document.find('{*}Body')[0]))
                xml = etree.tostring(document).decode()
            # Events stand in files of their own: in a row, they are one chain.
            if document.tag == 'events':
                each = [etree.fromstring(etree.tostring(event)) for event in document]
                faults = [f'XSD: {error.message}' for event in each if not events.validate(event) for error in events.error_log]
                found.append(faults + lint(folder, xml))
                continue
            answer = document.tag.endswith('}RespuestaRegFactuSistemaFacturacion')
            schema = answers if answer else sent
            faults = [] if schema.validate(document) else [f'XSD: {error.message}' for error in schema.error_log]
            found.append(faults + ([] if answer else lint(folder, xml)))
        json.dump(found, sys.stdout)


main()
