// SPDX-License-Identifier: Apache-2.0
// Reads a badge from its JSON. Only the one shape of credential.hpp is taken, in any order of keys: a field
// that is missing, unknown, or of another kind is a problem, since it would not be covered by the signature
// as this program computes it.
#pragma once

#include "badge/credential.hpp"
#include "base/document.hpp"
#include "base/result.hpp"

namespace smm::badge {

base::Result<SignedCredential> read_credential(const base::Document& document);

}  // namespace smm::badge
