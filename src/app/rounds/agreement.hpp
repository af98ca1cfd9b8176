// SPDX-License-Identifier: Apache-2.0
// The participation agreement: its text, by version, and what a school said to it.
//
// A version's text never changes; a new text gets a new version, and schools that agreed to the old one stay
// with that. What is kept names the version and the SHA-256 of title, blank line and text.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/installation/actor.hpp"
#include "app/installation/change.hpp"
#include "app/installation/installation.hpp"
#include "app/installation/open_sheet.hpp"
#include "render/texts.hpp"

namespace smm::app {

struct AgreementText {
  std::string version;
  std::string title;
  std::string text;  // blank lines part paragraphs
  std::string sha256;
};

AgreementText current_agreement(const render::Texts& texts);
std::optional<AgreementText> agreement_text(const render::Texts& texts, const std::string& version);

// As a form brings it.
struct AgreedTo {
  std::string version = {};  // that was read and agreed to; empty: nothing was
  assessment::Consents consents = {};
  std::string irb = {};
};

// Problems: agreement_needed where the version is not the current one, bad_irb.
base::Result<assessment::Agreement> read_agreement(const render::Texts& texts, const AgreedTo& given);

// Within a write: adds it to what was agreed before, and lists the school or takes it off the list.
void keep_agreement(Records& records, const SheetKey& sheet, const assessment::Agreement& agreement,
                    const assessment::PersonId& by, base::Instant now);

// Oldest first. The last one's word on being listed is what stands now, also when it was said elsewhere.
base::Result<std::vector<KeptAgreement>> agreements_of(Installation& installation, const SheetKey& sheet);

// The school's free consents, said anew; the text that was agreed to stays. Problems: not_accepted, bad_irb.
base::Result<KeptAgreement> change_consents(Installation& installation, const Actor& actor,
                                            const OpenSheet& sheet, const assessment::Consents& consents,
                                            const std::string& irb);

}  // namespace smm::app
