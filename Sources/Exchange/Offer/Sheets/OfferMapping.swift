import SENDDomain

/// Which columns of somebody's table hold which of our fields.
package struct OfferMapping: Hashable, Sendable {
}
