// SPDX-License-Identifier: Apache-2.0
// What a client prefers, from Accept and Accept-Encoding (RFC 9110, sections 12.4.2, 12.5.1 and 12.5.3).
// Weights are in thousandths: q=0.5 is 500. An entry that is badly written is passed over.
#pragma once

#include <string_view>
#include <vector>

#include "web/http/headers.hpp"

namespace smm::web::http {

// Of a coding such as "gzip": 0 when it is refused or not named.
int encoding_weight(std::string_view accept_encoding, std::string_view coding);

// Gzip is named, not refused, and not liked less than no coding.
bool takes_gzip(const Headers& request);

// The offer ("text/html", "application/json") that the client likes best; among equals the first. All weigh
// the same when there is no Accept. Empty when none is taken. Parameters other than q are ignored.
std::string_view preferred_type(const Headers& request, const std::vector<std::string_view>& offers);

// Of a page that has two forms: JSON when it is liked better than HTML, which browsers never say.
bool prefers_json(const Headers& request);

// Says in Vary that the response depends on a field of the request, unless Vary says so already.
void vary_on(Headers& response, std::string_view field);

}  // namespace smm::web::http
