// SPDX-License-Identifier: Apache-2.0
// The words of the JSON that never vary. What a badge is read by has to be exactly these. Internal to badge.
#pragma once

#include <string_view>

namespace smm::badge::words {

inline constexpr std::string_view credentials_context = "https://www.w3.org/ns/credentials/v2";
inline constexpr std::string_view badges_context =
    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json";
inline constexpr std::string_view controller_context = "https://www.w3.org/ns/cid/v1";

inline constexpr std::string_view verifiable_credential = "VerifiableCredential";
inline constexpr std::string_view badge_credential = "OpenBadgeCredential";
inline constexpr std::string_view profile = "Profile";
inline constexpr std::string_view subject = "AchievementSubject";
inline constexpr std::string_view identity = "IdentityObject";
inline constexpr std::string_view identity_type = "name";
inline constexpr std::string_view achievement = "Achievement";
inline constexpr std::string_view achievement_type = "Badge";
inline constexpr std::string_view image = "Image";

inline constexpr std::string_view status_entry = "BitstringStatusListEntry";
inline constexpr std::string_view status_list_credential = "BitstringStatusListCredential";
inline constexpr std::string_view status_list = "BitstringStatusList";
inline constexpr std::string_view revocation = "revocation";

inline constexpr std::string_view proof = "DataIntegrityProof";
inline constexpr std::string_view cryptosuite = "eddsa-rdfc-2022";
inline constexpr std::string_view proof_purpose = "assertionMethod";
inline constexpr std::string_view multikey = "Multikey";

}  // namespace smm::badge::words
