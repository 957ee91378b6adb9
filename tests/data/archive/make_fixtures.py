#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes the archives beside it that tests/unit/document/archive_test.cc reads.

usage: make_fixtures.py    (needs warcio from PyPI; the files are committed, tests need nothing)

The pages are written for the tests. Dates are fixed, so that the files come out the same.
"""
import gzip, hashlib, io, json, pathlib, zipfile
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

HERE = pathlib.Path(__file__).resolve().parent


def page(title, *paragraphs):
    body = ''.join(f'<p>{p}</p>' for p in paragraphs)
    return (f'<!doctype html><html><head><title>{title}</title></head><body><article><h1>{title}</h1>'
            f'{body}</article></body></html>').encode()


BRIDGE = page('Bridge falls at Lerwa', 'The road bridge at Lerwa fell into the river on Monday night, the police said.',
              'Four lorries were on it when the middle span gave way, witnesses told the radio.')
LATER = page('Bridge falls at Lerwa', 'The road bridge at Lerwa fell into the river on Monday night, the police said.',
             'Five lorries were on it when the middle span gave way, witnesses told the radio.')
MILL = page('Mill burns', 'The old mill above the town burned down on Tuesday, firemen said in the morning.',
            'Nobody was inside when the roof came down, the owner told reporters at the gate.')


class Archive:
    def __init__(self, packed=True):
        self.out = io.BytesIO()
        self.writer = WARCWriter(self.out, gzip=packed)
        self.count = 0

    def headers(self, date):
        self.count += 1
        return {'WARC-Date': date, 'WARC-Record-ID': f'<urn:uuid:00000000-0000-4000-8000-{self.count:012d}>'}

    def response(self, url, date, payload, status='200 OK', **headers):
        fields = {'Content-Type': 'text/html; charset=utf-8', **{k.replace('_', '-'): v for k, v in headers.items()}}
        http = StatusAndHeaders(status, list(fields.items()), protocol='HTTP/1.1')
        record = self.writer.create_warc_record(url, 'response', payload=io.BytesIO(payload), http_headers=http,
                                                warc_headers_dict=self.headers(date))
        self.writer.write_record(record)
        return record.rec_headers.get_header('WARC-Payload-Digest')

    def revisit(self, url, date, digest, first_date):
        record = self.writer.create_revisit_record(url, digest, url, first_date, warc_headers_dict=self.headers(date))
        self.writer.write_record(record)

    def bytes(self):
        return self.out.getvalue()


def chunked(data):
    return b''.join(b'%x\r\n%s\r\n' % (len(data[i:i + 100]), data[i:i + 100]) for i in range(0, len(data), 100)) + b'0\r\n\r\n'


def captures(packed):
    archive = Archive(packed)
    digest = archive.response('https://herald.example/bridge', '2019-03-05T08:00:00Z', BRIDGE)
    archive.response('https://herald.example/style.css', '2019-03-05T08:00:01Z', b'p { color: red }', Content_Type='text/css')
    archive.response('https://herald.example/bridge', '2019-03-06T09:30:00Z', LATER)
    archive.revisit('https://herald.example/bridge', '2019-03-07T08:00:00Z', digest, '2019-03-05T08:00:00Z')
    archive.response('https://herald.example/mill', '2019-03-06T10:00:00Z', chunked(gzip.compress(MILL, mtime=0)),
                     Transfer_Encoding='chunked', Content_Encoding='gzip')
    archive.response('https://herald.example/gone', '2019-03-06T10:05:00Z', b'<p>Not here</p>', status='404 Not Found')
    return archive.bytes()


def wacz(warc, changed=False):
    pages = '\n'.join([json.dumps({'format': 'json-pages-1.0', 'id': 'pages'}),
                       json.dumps({'url': 'https://herald.example/bridge', 'ts': '2019-03-05T08:00:00Z'})]) + '\n'
    files = {'archive/data.warc.gz': warc, 'pages/pages.jsonl': pages.encode()}
    resources = [{'name': path.rsplit('/', 1)[1], 'path': path, 'bytes': len(data),
                  'hash': 'sha256:' + hashlib.sha256(data).hexdigest()} for path, data in files.items()]
    files['datapackage.json'] = json.dumps({'profile': 'data-package', 'wacz_version': '1.1.1',
                                            'resources': resources}).encode()
    if changed:
        files['archive/data.warc.gz'] = warc[:-20] + bytes(b ^ 1 for b in warc[-20:])
    out = io.BytesIO()
    with zipfile.ZipFile(out, 'w') as archive:
        for path, data in files.items():
            info = zipfile.ZipInfo(path, date_time=(2019, 3, 7, 0, 0, 0))
            info.compress_type = zipfile.ZIP_STORED if path.startswith('archive/') else zipfile.ZIP_DEFLATED
            archive.writestr(info, data)
    return out.getvalue()


def main():
    packed, plain = captures(True), captures(False)
    (HERE / 'captures.warc.gz').write_bytes(packed)
    (HERE / 'captures.warc').write_bytes(plain)
    (HERE / 'changed.warc').write_bytes(plain.replace(b'Five lorries', b'Nine lorries'))
    (HERE / 'collection.wacz').write_bytes(wacz(packed))
    (HERE / 'changed.wacz').write_bytes(wacz(packed, changed=True))


if __name__ == '__main__':
    main()
