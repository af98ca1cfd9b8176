// SPDX-License-Identifier: Apache-2.0
#include "outcomes/registry/source_columns.hpp"

#include <algorithm>
#include <initializer_list>
#include <map>

#include "outcomes/registry/problems.hpp"

namespace smm::outcomes::registry {
namespace {

std::string squeezed(std::string_view name) {
  std::string letters;
  for (const char letter : name) {
    if (letter >= 'A' && letter <= 'Z') letters += static_cast<char>(letter - 'A' + 'a');
    if ((letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9')) letters += letter;
  }
  return letters;
}

class Header {
 public:
  explicit Header(const std::vector<std::string>& names) {
    for (std::uint32_t at = 0; at < names.size(); ++at) columns_.emplace(squeezed(names[at]), at);
  }

  // The first of these names that is there.
  std::uint32_t column(std::initializer_list<std::string_view> names) const {
    for (const std::string_view name : names)
      if (const auto found = columns_.find(name); found != columns_.end()) return found->second;
    return no_column;
  }

 private:
  std::map<std::string, std::uint32_t, std::less<>> columns_;
};

AddressColumns address_columns(const Header& header, const std::string& kind) {
  const std::string business = "providerbusiness" + kind;
  return {header.column({"providerfirstlinebusiness" + kind}), header.column({business + "cityname"}),
          header.column({business + "statename"}), header.column({business + "postalcode"}),
          header.column({business + "countrycodeifoutsideus", business + "countrycode"})};
}

TaxonomyColumns taxonomy_columns(const Header& header, const std::string& slot) {
  return {header.column({"healthcareprovidertaxonomycode" + slot}),
          header.column({"providerlicensenumber" + slot}),
          header.column({"providerlicensenumberstatecode" + slot}),
          header.column({"healthcareproviderprimarytaxonomyswitch" + slot})};
}

NameColumns other_name_columns(const Header& header) {
  return {header.column({"providerotherlastname"}), header.column({"providerotherfirstname"}),
          header.column({"providerothermiddlename"}),
          header.column({"providerotherlastnametypecode", "providerothernametypecode"})};
}

AddressColumns location_columns(const Header& header) {
  const std::string begin = "providersecondarypracticelocationaddress";
  return {
      header.column({begin + "addressline1", begin + "line1", "providerfirstlinesecondarypracticelocation"}),
      header.column({begin + "cityname"}), header.column({begin + "statename"}),
      header.column({begin + "postalcode"}),
      header.column({begin + "countrycodeifoutsideus", begin + "countrycode"})};
}

base::Problem missing(const std::string& source, const std::string& what) {
  return base::Problem(problem::registry_column_missing,
                       "the header has no column for " + what + "; is this the right file?",
                       base::Place{source, 1, 0});
}

std::uint32_t highest(std::initializer_list<std::uint32_t> columns) {
  std::uint32_t count = 0;
  for (const std::uint32_t column : columns)
    if (column != no_column) count = std::max(count, column + 1);
  return count;
}

std::uint32_t highest(const NameColumns& name) {
  return highest({name.last, name.first, name.middle, name.kind});
}

std::uint32_t highest(const AddressColumns& address) {
  return highest({address.street, address.city, address.state, address.postal, address.country});
}

}  // namespace

base::Result<PersonColumns> find_person_columns(const std::vector<std::string>& names,
                                                const std::string& source) {
  const Header header(names);
  PersonColumns columns;
  columns.npi = header.column({"npi"});
  columns.entity_type = header.column({"entitytypecode"});
  columns.name = {header.column({"providerlastnamelegalname", "providerlastname"}),
                  header.column({"providerfirstname"}), header.column({"providermiddlename"}), no_column};
  columns.suffix = header.column({"providernamesuffixtext"});
  columns.credential = header.column({"providercredentialtext"});
  columns.other_name = other_name_columns(header);
  columns.mailing = address_columns(header, "mailingaddress");
  columns.practice = address_columns(header, "practicelocationaddress");
  columns.enumerated = header.column({"providerenumerationdate"});
  columns.updated = header.column({"lastupdatedate"});
  columns.deactivation_reason = header.column({"npideactivationreasoncode"});
  columns.deactivated = header.column({"npideactivationdate"});
  columns.reactivated = header.column({"npireactivationdate"});
  columns.sex = header.column({"providersexcode", "providergendercode"});
  for (std::size_t slot = 0; slot < taxonomy_slots; ++slot)
    columns.taxonomies[slot] = taxonomy_columns(header, std::to_string(slot + 1));
  base::Problems problems;
  if (columns.npi == no_column) problems.push_back(missing(source, "NPI"));
  if (columns.entity_type == no_column) problems.push_back(missing(source, "Entity Type Code"));
  if (columns.name.last == no_column) problems.push_back(missing(source, "Provider Last Name (Legal Name)"));
  if (columns.name.first == no_column) problems.push_back(missing(source, "Provider First Name"));
  if (columns.taxonomies[0].code == no_column)
    problems.push_back(missing(source, "Healthcare Provider Taxonomy Code_1"));
  if (!problems.empty()) return problems;
  return columns;
}

base::Result<FurtherColumns> find_further_columns(FurtherFile file, const std::vector<std::string>& names,
                                                  const std::string& source) {
  const Header header(names);
  FurtherColumns columns;
  columns.npi = header.column({"npi"});
  if (columns.npi == no_column) return missing(source, "NPI");
  if (file == FurtherFile::other_names) {
    columns.name = other_name_columns(header);
    columns.joined_name = header.column({"providerotherorganizationname"});
    if (columns.joined_name != no_column && columns.name.kind == no_column)
      columns.name.kind = header.column({"providerotherorganizationnametypecode"});
    if (columns.name.last == no_column && columns.joined_name == no_column)
      return missing(source, "Provider Other Last Name");
  } else if (file == FurtherFile::locations) {
    columns.address = location_columns(header);
    if (columns.address.state == no_column)
      return missing(source, "Provider Secondary Practice Location Address - State Name");
  } else {
    columns.address = {header.column({"adrln1"}), header.column({"citytown", "cty", "city"}),
                       header.column({"state", "st"}), header.column({"zipcode", "zip"}), no_column};
    columns.school = header.column({"medsch", "medicalschoolname"});
    columns.graduation_year = header.column({"grdyr", "graduationyear"});
    if (columns.school == no_column) return missing(source, "Med_sch");
  }
  return columns;
}

std::uint32_t columns_in_use(const PersonColumns& columns) {
  std::uint32_t count =
      std::max({highest({columns.npi, columns.entity_type, columns.suffix, columns.credential,
                         columns.enumerated, columns.updated, columns.deactivation_reason,
                         columns.deactivated, columns.reactivated, columns.sex}),
                highest(columns.name), highest(columns.other_name), highest(columns.mailing),
                highest(columns.practice)});
  for (const TaxonomyColumns& slot : columns.taxonomies)
    count = std::max(count, highest({slot.code, slot.licence, slot.state, slot.primary}));
  return count;
}

std::uint32_t columns_in_use(const FurtherColumns& columns) {
  return std::max({highest({columns.npi, columns.joined_name, columns.school, columns.graduation_year}),
                   highest(columns.name), highest(columns.address)});
}

}  // namespace smm::outcomes::registry
