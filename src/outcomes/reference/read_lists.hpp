// SPDX-License-Identifier: Apache-2.0
// Reads the rows of snapshots into what they mean, adding to what is there. Rows that cannot be read mean
// that the snapshot was not made by this program: one problem. Internal to this room.
#pragma once

#include <vector>

#include "base/result.hpp"
#include "outcomes/reference/lists.hpp"
#include "outcomes/reference/reference_list.hpp"

namespace smm::outcomes::reference {

void read_zip_counties(const ReferenceList& list, ZipWeights weights, std::vector<ZipPart<County>>& into,
                       base::Problems& problems);
void read_zip_tracts(const ReferenceList& list, ZipWeights weights, std::vector<ZipPart<Tract>>& into,
                     base::Problems& problems);
void read_ruca_zips(const ReferenceList& list, std::vector<RucaOfZip>& into, base::Problems& problems);
void read_ruca_tracts(const ReferenceList& list, std::vector<RucaOfTract>& into, base::Problems& problems);
void read_components(const ReferenceList& list, std::vector<ShortageComponent>& into,
                     base::Problems& problems);
void read_geocodes(const ReferenceList& list, std::vector<GeocodedAddress>& into, base::Problems& problems);
void read_state_shares(const ReferenceList& list, std::vector<StateShare>& into, base::Problems& problems);
void read_taxonomy_sets(const ReferenceList& list, std::vector<TaxonomySet>& into, base::Problems& problems);

}  // namespace smm::outcomes::reference
