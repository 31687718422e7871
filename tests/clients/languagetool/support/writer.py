"""Drafts in LibreOffice Writer, checked by the LanguageTool checker that it comes with.

Reads {"url": base address, "drafts": [[paragraph, ...], ...]} from standard input. Writes for each
draft a list with an object for each paragraph: "text"; "underlined", each with "start" and
"length" in UTF-16 code units, "message" and "offers"; "mended", the paragraph when the first
offer has been taken wherever there is one.
"""

import itertools
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException
from com.sun.star.lang import Locale

PROGRAM = "/usr/lib/libreoffice/program/soffice.bin"
CHECKER = "org.openoffice.lingu.LanguageToolGrammarChecker"
SETTINGS = "/org.openoffice.Office.Linguistic/GrammarChecking/LanguageTool"
BRITISH = Locale("en", "GB", "")
PROOFREADING = 2  # com.sun.star.text.TextMarkupType
PARAGRAPH_BREAK = 0  # com.sun.star.text.ControlCharacter
RESTART = 81  # how it ends once it has made a new profile


def value(name, content):
    property_value = PropertyValue()
    property_value.Name = name
    property_value.Value = content
    return property_value


class Office:
    """LibreOffice without a window and with a profile of its own, gone at the end."""

    def __enter__(self):
        self.folder = tempfile.mkdtemp(prefix="amends-office-")
        self.process = self._start()
        self.context = self._connect()
        return self

    def __exit__(self, *_):
        try:
            self.make("com.sun.star.frame.Desktop").terminate()
            self.process.wait(60)
        finally:
            if self.process.poll() is None:
                self.process.kill()
                self.process.wait()
            shutil.rmtree(self.folder)

    def _start(self):
        return subprocess.Popen(
            ["setpriv", "--pdeathsig", "KILL", PROGRAM, "--headless", "--norestore", "--nologo",
             "--nodefault", "--nofirststartwizard", f"-env:UserInstallation=file://{self.folder}/profile",
             f"--accept=pipe,name={os.path.basename(self.folder)};urp;"],
            env={**os.environ, "HOME": self.folder, "LC_ALL": "C.UTF-8"}, stdout=subprocess.DEVNULL)

    def _connect(self):
        local = uno.getComponentContext()
        resolver = local.ServiceManager.createInstance("com.sun.star.bridge.UnoUrlResolver")
        address = f"uno:pipe,name={os.path.basename(self.folder)};urp;StarOffice.ComponentContext"
        while True:
            try:
                return resolver.resolve(address)
            except NoConnectException:
                time.sleep(0.2)
            code = self.process.poll()
            if code == RESTART:
                self.process = self._start()
            elif code is not None:
                raise RuntimeError(f"LibreOffice ended with {code}")

    def make(self, service):
        return self.context.ServiceManager.createInstanceWithContext(service, self.context)

    def point_at(self, url):
        """What “LanguageTool API Options” in the language settings set."""
        settings = self.make("com.sun.star.configuration.ConfigurationProvider").createInstanceWithArguments(
            "com.sun.star.configuration.ConfigurationUpdateAccess", (value("nodepath", SETTINGS),))
        settings.setPropertyValue("BaseURL", url)
        settings.setPropertyValue("IsEnabled", True)
        settings.commitChanges()
        self.make("com.sun.star.linguistic2.LinguServiceManager").setConfiguredServices(
            "com.sun.star.linguistic2.Proofreader", BRITISH, (CHECKER,))

    def document(self, paragraphs):
        document = self.make("com.sun.star.frame.Desktop").loadComponentFromURL(
            "private:factory/swriter", "_blank", 0, (value("Hidden", True),))
        text = document.Text
        text.createTextCursor().CharLocale = BRITISH
        for number, paragraph in enumerate(paragraphs):
            if number:
                text.insertControlCharacter(text.End, PARAGRAPH_BREAK, False)
            text.insertString(text.End, paragraph, False)
        return document

    def check(self, document):
        """The text and the errors of each paragraph, by what goes through documents for Writer."""
        iterator = self.make("com.sun.star.linguistic2.ProofreadingIterator")
        return [(paragraph.getText(), sorted(errors_of(iterator, document, paragraph),
                                             key=lambda error: error.nErrorStart))
                for paragraph in flat_paragraphs(document)]


def errors_of(iterator, document, paragraph):
    text = paragraph.getText()
    start, end = 0, len(text.encode("utf-16-le")) // 2
    while start < end:
        result = iterator.checkSentenceAtPosition(document, paragraph, text, BRITISH, start, -1, start)
        yield from result.aErrors
        if result.nStartOfNextSentencePosition <= start:
            raise RuntimeError(f"Writer does not get beyond {start} of {end}")
        start = result.nStartOfNextSentencePosition


def flat_paragraphs(document):
    paragraphs = document.getFlatParagraphIterator(PROOFREADING, False)
    paragraph = paragraphs.getFirstPara()
    while paragraph:
        yield paragraph
        paragraph = paragraphs.getNextPara()


def take_first_offers(document, number, errors):
    for error in reversed(errors):
        if error.aSuggestions:
            # One that has been changed takes no second change.
            paragraph = next(itertools.islice(flat_paragraphs(document), number, None))
            paragraph.changeText(error.nErrorStart, error.nErrorLength, error.aSuggestions[0], ())


def described(error):
    return {"start": error.nErrorStart, "length": error.nErrorLength, "message": error.aShortComment,
            "offers": list(error.aSuggestions)}


def shown(office, paragraphs):
    document = office.document(paragraphs)
    answer = []
    found = office.check(document)
    for number, (text, errors) in enumerate(found):
        answer.append({"text": text, "underlined": [described(each) for each in errors]})
        take_first_offers(document, number, errors)
    for each, paragraph in zip(answer, document.Text, strict=True):
        each["mended"] = paragraph.String
    document.close(True)
    return answer


def main():
    asked = json.load(sys.stdin)
    with Office() as office:
        office.point_at(asked["url"])
        answers = [shown(office, paragraphs) for paragraphs in asked["drafts"]]
    json.dump(answers, sys.stdout)


main()
