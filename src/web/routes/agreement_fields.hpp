// SPDX-License-Identifier: Apache-2.0
// The participation agreement on forms: its text, the box by which it is agreed to, and the free consents.
#pragma once

#include <string>
#include <vector>

#include "assessment/agreement.hpp"
#include "web/session/page_parts.hpp"

namespace smm::web {

// The text above the form, the box `agree`, and the fields of the consents with what the form brought.
void add_agreement_fields(const Call& call, FormPage& form, const std::vector<FormError>& errors);

// `consent` and `irb` alone.
void add_consent_fields(const Call& call, FormPage& form, const assessment::Consents& given,
                        const std::string& irb, const std::vector<FormError>& errors);

// What a form brought.
assessment::Consents consents_in(const Call& call);
std::string irb_in(const Call& call);

}  // namespace smm::web
