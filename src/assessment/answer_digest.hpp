// SPDX-License-Identifier: Apache-2.0
// The digest of a packet's answers, and of a whole sheet's: what a signature is bound to.
//
// SHA-256, hex, over the edition's hash, the office, and for each place of the packet its programme, item,
// state, version, value and reason, each framed with its length (crypto/framing.hpp), sorted by place. A
// place without an answer enters as not answered, version 0. So the digest is the same for the same answers
// in whatever order they come, and another one as soon as any of them has another version, state or word.
//
// `salt`: random bytes of the signature's own, kept sealed with it. Without them, a digest stored in clear
// would tell the answers of a small packet to anybody who tries them all.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "assessment/sheet_plan.hpp"

namespace smm::assessment {

inline constexpr std::size_t digest_salt_bytes = 32;

// Answers of other packets may be among them; at most one for each place.
std::string packet_digest(const SheetPlan& plan, const PacketPlan& packet,
                          std::span<const SheetAnswer> answers, std::string_view salt);

// Over the digests of all packets under the same salt.
std::string sheet_digest(const SheetPlan& plan, std::span<const SheetAnswer> answers, std::string_view salt);

}  // namespace smm::assessment
