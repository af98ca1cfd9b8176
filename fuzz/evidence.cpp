// SPDX-License-Identifier: Apache-2.0
// Any bytes are of one kind or refused; a zip's members lie inside it, and a kind that is taken does not
// begin like another.
#include "assessment/evidence_kind.hpp"

#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "assessment/zip_members.hpp"

using smm::assessment::EvidenceKind;

namespace {

void expect(bool holds) {
  if (!holds) std::abort();
}

bool is_zip(EvidenceKind kind) {
  return kind >= EvidenceKind::docx && kind <= EvidenceKind::odp;
}

void expect_inside(std::string_view bytes) {
  const auto members = smm::assessment::zip_members(bytes);
  if (!members) return;
  for (const auto& member : *members) {
    expect(member.bytes.data() >= bytes.data());
    expect(member.bytes.data() + member.bytes.size() <= bytes.data() + bytes.size());
    expect(!member.name.empty() && member.name.front() != '/');
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  expect_inside(bytes);
  const auto kind = smm::assessment::evidence_kind(bytes);
  if (!kind) {
    expect(kind.problems().size() == 1);
    return 0;
  }
  expect(is_zip(*kind) == bytes.starts_with("PK\x03\x04"));
  expect((*kind == EvidenceKind::pdf) == bytes.starts_with("%PDF-"));
  expect((*kind == EvidenceKind::csv || *kind == EvidenceKind::text) <=
         (bytes.find('\0') == std::string_view::npos));
  return 0;
}
