/** A WSDL that names the operations, for clients that probe the address with GET. */
export function serviceDescription(url: string, operations: readonly string[]): string {
  const entries = operations.map((name) => `<wsdl:operation name="${name}"/>`).join('');
  return `<?xml version="1.0" encoding="utf-8"?><wsdl:definitions xmlns:wsdl="http://schemas.xmlsoap.org/wsdl/" xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/" \
targetNamespace="http://schemas.microsoft.com/exchange/services/2006/messages"><wsdl:portType name="ExchangeServicePortType">${entries}</wsdl:portType>\
<wsdl:service name="ExchangeServices"><wsdl:port name="ExchangeServicePort"><soap:address location="${url}"/></wsdl:port></wsdl:service></wsdl:definitions>`;
}
