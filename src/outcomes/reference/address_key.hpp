// SPDX-License-Identifier: Apache-2.0
// By what two writings of one address are the same: street, city, state and the first five digits of the ZIP
// code, in upper case, letters and digits only. Nothing is abbreviated or corrected: it joins an address with
// what a geocoder echoed of it, and a practice with a facility of the same address.
#pragma once

#include <string>
#include <string_view>

namespace smm::outcomes::reference {

std::string address_key(std::string_view line1, std::string_view city, std::string_view state,
                        std::string_view zip);

// "4600 Silver Hill Rd, Washington, DC, 20233-0001", as the census geocoder echoes it.
std::string address_key(std::string_view echoed);

}  // namespace smm::outcomes::reference
