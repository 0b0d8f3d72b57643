/// Opens the screens and runs them until the person leaves.
///
/// - Returns: The status to end with.
func runScreens(_ context: CommandContext) throws -> Int32 {
  context.surroundings.tell(
    "waymark: the screens are not in this build; \"waymark --help\" lists the commands.")
  return 2
}
