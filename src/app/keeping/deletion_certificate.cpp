// SPDX-License-Identifier: Apache-2.0
#include "app/keeping/deletion_certificate.hpp"

#include <fmt/format.h>

#include "app/keeping/problems.hpp"
#include "app/problems.hpp"
#include "badge/utc_text.hpp"
#include "base/document_reader.hpp"
#include "crypto/base64.hpp"
#include "crypto/sign.hpp"
#include "exchange/json.hpp"

namespace smm::app {
namespace {

constexpr std::string_view kind_of_file = "smm-certificate-of-deletion-1";

std::string written(const DeletionCertificate& it, std::string_view signature) {
  std::string text;
  exchange::JsonWriter json(text);
  json.begin_object().key("kind").text(kind_of_file);
  json.key("office").text(it.office);
  json.key("public_url").text(it.public_url);
  json.key("place").text(it.place);
  json.key("deleted").text(badge::utc_text(it.deleted));
  json.key("by").text(it.by);
  json.key("program").text(it.program);
  json.key("tables").begin_array();
  for (const TableRows& table : it.tables)
    json.begin_object().key("table").text(table.table).key("rows").number(table.rows).end_object();
  json.end_array().key("keys").begin_array();
  for (const std::string& key : it.keys) json.text(key);
  json.end_array().key("log").begin_array();
  for (const ChainHead& head : it.log)
    json.begin_object()
        .key("chain")
        .text(head.chain)
        .key("entries")
        .number(head.number)
        .key("link")
        .text(head.link)
        .end_object();
  json.end_array().key("remains").text(it.remains);
  json.key("signer").text(it.signer);
  if (!signature.empty()) json.key("signature").text(signature);
  json.end_object().finish();
  return text;
}

struct SignedCertificate {
  DeletionCertificate certificate;
  std::string signature;
};

SignedCertificate read_fields(const base::Document& file, base::Problems& problems) {
  base::DocumentReader reader(file, problems);
  SignedCertificate read;
  DeletionCertificate& it = read.certificate;
  reader.text("kind");
  it.office = reader.text("office");
  it.public_url = reader.text("public_url");
  it.place = reader.text("place");
  it.deleted = badge::from_utc_text(reader.text("deleted")).value_or(base::Instant());
  it.by = reader.text("by");
  it.program = reader.text("program");
  for (const base::Document& entry : reader.list("tables")) {
    base::DocumentReader table(entry, problems);
    it.tables.push_back({table.text("table"), table.integer("rows")});
    table.finish();
  }
  for (const base::Document& entry : reader.list("keys"))
    if (entry.scalar() != nullptr) it.keys.push_back(entry.scalar()->text);
  for (const base::Document& entry : reader.list("log")) {
    base::DocumentReader head(entry, problems);
    it.log.push_back({head.text("chain"), head.integer("entries"), head.text("link")});
    head.finish();
  }
  it.remains = reader.text("remains");
  it.signer = reader.text("signer");
  read.signature = reader.text("signature");
  reader.finish();
  return read;
}

base::Problem bad(const std::string& why) {
  return {keeping_problem::bad_certificate, "This does not certify anything: " + why};
}

constexpr std::string_view key_prefix = "smm-roof-1-";

}  // namespace

std::string certificate_json(DeletionCertificate certificate, const crypto::SigningKey& key) {
  certificate.signer = crypto::base64url(crypto::public_key(key));
  const std::string signature = crypto::sign(key, written(certificate, ""));
  return written(certificate, crypto::base64url(signature));
}

base::Result<DeletionCertificate> read_certificate(std::string_view bytes, std::string_view public_key) {
  const auto file = exchange::parse_json(bytes, "certificate");
  if (!file) return bad("it is no JSON");
  base::Problems problems;
  auto [certificate, signature] = read_fields(*file, problems);
  if (!problems.empty()) return bad(problems.front().sentence);
  if (written(certificate, signature) != bytes) return bad("it is not as the program writes one");
  if (certificate.signer != crypto::base64url(public_key)) return bad("another server signed it");
  const auto raw = crypto::from_base64url(signature);
  if (!raw || !crypto::signature_is_valid(public_key, written(certificate, ""), *raw))
    return bad("its signature does not hold");
  return std::move(certificate);
}

std::string certificate_page(const DeletionCertificate& it) {
  std::string text = "CERTIFICATE OF DELETION\n\n";
  text += fmt::format(
      "The program office \"{}\" ({}) was deleted on {} (UTC), as {} asked.\n"
      "It was in: {}\n\n",
      it.office, it.public_url, badge::utc_text(it.deleted), it.by, it.place);
  text +=
      "Its installation keys were destroyed first. What schools said, files of evidence and the texts of\n"
      "mails were kept sealed under them, and cannot be read again by anybody, wherever a copy of the\n"
      "sealed records may be, unless somebody kept a copy of a key.\n\nKeys destroyed:\n";
  for (const std::string& key : it.keys) text += "  " + key + "\n";
  text += "\nThen its database was removed, with these rows:\n";
  for (const TableRows& table : it.tables) text += fmt::format("  {:<28}{:>10}\n", table.table, table.rows);
  text += "\nThe last entries of its log, by chain (number, link):\n";
  for (const ChainHead& head : it.log)
    text += fmt::format("  {} {} {}\n", head.chain, head.number, head.link);
  text += "\nWhat remains elsewhere, and until when, as was stated at the deletion:\n  " + it.remains + "\n";
  text += fmt::format(
      "\nProgram: smm {}\nSigned by the server's key {}; check the JSON beside this page with\n"
      "smm office verify-certificate.\n",
      it.program, it.signer);
  return text;
}

base::Result<crypto::SigningKey> roof_key(const Files& files, const std::string& folder) {
  const std::string path = folder + "/roof.key";
  const auto text = files.read(path);
  if (!text && text.problems().front().code == problem::file_not_found.code) {
    auto made = crypto::SigningKey::make();
    const std::string_view seed(reinterpret_cast<const char*>(made.reveal()), crypto::secret_key_size);
    files.write_private(path, std::string(key_prefix) + crypto::base64url(seed) + "\n");
    return made;
  }
  if (!text) return text.problems();
  std::string_view line = *text;
  if (line.ends_with('\n')) line.remove_suffix(1);
  const auto seed =
      line.starts_with(key_prefix) ? crypto::from_base64url(line.substr(key_prefix.size())) : std::nullopt;
  auto key = seed ? crypto::SigningKey::from_bytes(*seed) : std::nullopt;
  if (!key)
    return base::Problem(keeping_problem::bad_certificate, path + " holds no key that signs certificates");
  return std::move(*key);
}

}  // namespace smm::app
