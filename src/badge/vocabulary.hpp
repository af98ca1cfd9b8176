// SPDX-License-Identifier: Apache-2.0
// Names of types and properties as JSON-LD makes them of the two contexts that badges use:
// https://www.w3.org/ns/credentials/v2 and https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json. The
// tests hold them against what a JSON-LD processor makes. Internal to badge.
#pragma once

#include <string_view>

namespace smm::badge::iri {

inline constexpr std::string_view type = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
inline constexpr std::string_view date_time = "http://www.w3.org/2001/XMLSchema#dateTime";
// The Open Badges context spells them with https, which is another name.
inline constexpr std::string_view ob_any_uri = "https://www.w3.org/2001/XMLSchema#anyURI";
inline constexpr std::string_view ob_boolean = "https://www.w3.org/2001/XMLSchema#boolean";

inline constexpr std::string_view schema_name = "https://schema.org/name";
inline constexpr std::string_view schema_description = "https://schema.org/description";
inline constexpr std::string_view schema_url = "https://schema.org/url";

inline constexpr std::string_view verifiable_credential =
    "https://www.w3.org/2018/credentials#VerifiableCredential";
inline constexpr std::string_view issuer = "https://www.w3.org/2018/credentials#issuer";
inline constexpr std::string_view valid_from = "https://www.w3.org/2018/credentials#validFrom";
inline constexpr std::string_view valid_until = "https://www.w3.org/2018/credentials#validUntil";
inline constexpr std::string_view credential_subject =
    "https://www.w3.org/2018/credentials#credentialSubject";
inline constexpr std::string_view credential_status = "https://www.w3.org/2018/credentials#credentialStatus";

inline constexpr std::string_view status_entry =
    "https://www.w3.org/ns/credentials/status#BitstringStatusListEntry";
inline constexpr std::string_view status_purpose = "https://www.w3.org/ns/credentials/status#statusPurpose";
inline constexpr std::string_view status_index = "https://www.w3.org/ns/credentials/status#statusListIndex";
inline constexpr std::string_view status_credential =
    "https://www.w3.org/ns/credentials/status#statusListCredential";
inline constexpr std::string_view status_list_credential =
    "https://www.w3.org/ns/credentials/status#BitstringStatusListCredential";
inline constexpr std::string_view status_list =
    "https://www.w3.org/ns/credentials/status#BitstringStatusList";
inline constexpr std::string_view encoded_list = "https://www.w3.org/ns/credentials/status#encodedList";
inline constexpr std::string_view multibase = "https://w3id.org/security#multibase";

inline constexpr std::string_view data_integrity_proof = "https://w3id.org/security#DataIntegrityProof";
inline constexpr std::string_view cryptosuite = "https://w3id.org/security#cryptosuite";
inline constexpr std::string_view cryptosuite_string = "https://w3id.org/security#cryptosuiteString";
inline constexpr std::string_view proof_purpose = "https://w3id.org/security#proofPurpose";
inline constexpr std::string_view assertion_method = "https://w3id.org/security#assertionMethod";
inline constexpr std::string_view verification_method = "https://w3id.org/security#verificationMethod";
inline constexpr std::string_view created = "http://purl.org/dc/terms/created";

inline constexpr std::string_view ob_credential =
    "https://purl.imsglobal.org/spec/vc/ob/vocab.html#OpenBadgeCredential";
inline constexpr std::string_view ob_profile = "https://purl.imsglobal.org/spec/vc/ob/vocab.html#Profile";
inline constexpr std::string_view ob_subject =
    "https://purl.imsglobal.org/spec/vc/ob/vocab.html#AchievementSubject";
inline constexpr std::string_view ob_has_achievement =
    "https://purl.imsglobal.org/spec/vc/ob/vocab.html#achievement";
inline constexpr std::string_view ob_achievement =
    "https://purl.imsglobal.org/spec/vc/ob/vocab.html#Achievement";
inline constexpr std::string_view ob_achievement_type =
    "https://purl.imsglobal.org/spec/vc/ob/vocab.html#achievementType";
inline constexpr std::string_view ob_version = "https://purl.imsglobal.org/spec/vc/ob/vocab.html#version";
// In this context the property has the name of the class.
inline constexpr std::string_view ob_criteria = "https://purl.imsglobal.org/spec/vc/ob/vocab.html#Criteria";
inline constexpr std::string_view ob_narrative = "https://purl.imsglobal.org/spec/vc/ob/vocab.html#narrative";
inline constexpr std::string_view ob_has_image = "https://purl.imsglobal.org/spec/vc/ob/vocab.html#image";
inline constexpr std::string_view ob_image = "https://purl.imsglobal.org/spec/vc/ob/vocab.html#Image";
inline constexpr std::string_view ob_identifier =
    "https://purl.imsglobal.org/spec/vc/ob/vocab.html#identifier";
inline constexpr std::string_view ob_identity =
    "https://purl.imsglobal.org/spec/vc/ob/vocab.html#IdentityObject";
inline constexpr std::string_view ob_hashed = "https://purl.imsglobal.org/spec/vc/ob/vocab.html#hashed";
inline constexpr std::string_view ob_identity_hash =
    "https://purl.imsglobal.org/spec/vc/ob/vocab.html#identityHash";
inline constexpr std::string_view ob_identity_type =
    "https://purl.imsglobal.org/spec/vc/ob/vocab.html#identityType";

}  // namespace smm::badge::iri
